package com.fataplus.migrations.domain.plan;

/** The planner's answer: a plan, or the reason why there is none. */
public sealed interface Planning permits MigrationPlan, StampPlan, PlanRefusal {}
