/** The use cases, the ports they are written against, and the events they tell. */
package com.fataplus.migrations.application;
