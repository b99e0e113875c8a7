package com.fataplus.migrations.application.memory;

import com.fataplus.migrations.application.port.SoundTexts;
import com.fataplus.migrations.application.port.SoundTextsContract;

class InMemorySoundTextsTest extends SoundTextsContract {
    @Override
    protected SoundTexts empty() {
        return new InMemorySoundTexts();
    }
}
