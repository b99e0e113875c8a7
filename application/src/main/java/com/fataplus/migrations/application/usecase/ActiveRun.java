package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.MigrationSession;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.schema.SchemaSnapshot;
import java.util.Optional;

/** A run at work: where it began, and which step is under way. */
final class ActiveRun {
    private final RunId id;
    private final MigrationSession session;
    private final RunContext context;
    private final PreparedPlan plan;
    private final Ledger ledgerBefore;
    private final SchemaSnapshot schemaBefore;
    private Optional<Backup> backup = Optional.empty();
    private Optional<StepAtWork> atWork = Optional.empty();

    ActiveRun(
            RunId id,
            MigrationSession session,
            RunContext context,
            PreparedPlan plan,
            Ledger ledgerBefore,
            SchemaSnapshot schemaBefore) {
        this.id = requireNonNull(id, "id");
        this.session = requireNonNull(session, "session");
        this.context = requireNonNull(context, "context");
        this.plan = requireNonNull(plan, "plan");
        this.ledgerBefore = requireNonNull(ledgerBefore, "ledgerBefore");
        this.schemaBefore = requireNonNull(schemaBefore, "schemaBefore");
    }

    /** The same run seen through another connection, after the first was lost. */
    ActiveRun on(MigrationSession other) {
        ActiveRun same = new ActiveRun(id, other, context, plan, ledgerBefore, schemaBefore);
        same.backup = backup;
        same.atWork = atWork;
        return same;
    }

    RunId id() {
        return id;
    }

    MigrationSession session() {
        return session;
    }

    RunContext context() {
        return context;
    }

    PreparedPlan plan() {
        return plan;
    }

    Ledger ledgerBefore() {
        return ledgerBefore;
    }

    SchemaSnapshot schemaBefore() {
        return schemaBefore;
    }

    Optional<Backup> backup() {
        return backup;
    }

    void backedUp(Optional<Backup> taken) {
        taken.ifPresent(newest -> backup = Optional.of(newest));
    }

    /** The step under way, or the last one that was. */
    Optional<StepAtWork> atWork() {
        return atWork;
    }

    void working(StepAtWork step) {
        atWork = Optional.of(step);
    }

    void tell(MigrationEvent event) {
        context.tell(event);
    }
}
