package com.fataplus.migrations.application.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fataplus.migrations.application.failure.MigrationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationTest {
    private final Cancellation cancellation = new Cancellation();
    private final List<String> heard = new ArrayList<>();

    @Test
    void nobodyIsStoppedUnasked() {
        assertThatCode(cancellation::check).doesNotThrowAnyException();
    }

    @Test
    void whoeverChecksIsToldWhoAsked() {
        cancellation.cancel("the user");

        assertThatThrownBy(cancellation::check)
                .isInstanceOf(MigrationException.class)
                .hasMessage("stopped: the user");
    }

    @Test
    void theFirstReasonIsKept() {
        cancellation.cancel("the user");
        cancellation.cancel("somebody else");

        assertThat(cancellation.requested()).contains("the user");
    }

    @Test
    void anActionRunsWhenItIsAsked() {
        var registration = cancellation.onCancel(() -> heard.add("stop"));

        cancellation.cancel("the user");

        assertThat(heard).containsExactly("stop");
        registration.close();
    }

    @Test
    void anActionThatCameLateRunsAtOnce() {
        cancellation.cancel("the user");

        cancellation.onCancel(() -> heard.add("stop")).close();

        assertThat(heard).containsExactly("stop");
    }

    @Test
    void aClosedActionIsForgotten() {
        cancellation.onCancel(() -> heard.add("stop")).close();

        cancellation.cancel("the user");

        assertThat(heard).isEmpty();
    }

    @Test
    void aPauseEndsWhenItIsAsked() {
        cancellation.cancel("the user");

        assertThatThrownBy(() -> cancellation.pause(Duration.ofDays(1))).isInstanceOf(MigrationException.class);
    }
}
