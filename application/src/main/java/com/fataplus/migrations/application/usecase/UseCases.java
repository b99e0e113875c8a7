package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.EffectiveConfig;
import com.fataplus.migrations.application.config.MigratorConfig;
import com.fataplus.migrations.application.config.ScriptsConfig;
import com.fataplus.migrations.application.port.BackupStore;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.application.port.DatabaseDump;
import com.fataplus.migrations.application.port.FilePrograms;
import com.fataplus.migrations.application.port.NewDatabases;
import com.fataplus.migrations.application.port.OfflineScripts;
import com.fataplus.migrations.application.port.ScratchDatabases;
import com.fataplus.migrations.application.port.ScriptStore;
import com.fataplus.migrations.application.port.ServerGrammar;
import com.fataplus.migrations.application.port.SoundTexts;
import com.fataplus.migrations.application.port.SqlGrammar;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Everything users can ask of one configuration and one set of ports; each use case is made when it is asked for. */
public final class UseCases {
    private final EffectiveConfig effective;
    private final Ports ports;
    private final Operator operator;
    private final Clock clock;
    private final RandomGenerator random;

    public UseCases(EffectiveConfig effective, Ports ports, Operator operator, Clock clock, RandomGenerator random) {
        this.effective = requireNonNull(effective, "effective");
        this.ports = requireNonNull(ports, "ports");
        this.operator = requireNonNull(operator, "operator");
        this.clock = requireNonNull(clock, "clock");
        this.random = requireNonNull(random, "random");
    }

    /** The world the use cases work on. */
    public record Ports(
            Database database,
            DatabaseDump dump,
            BackupStore backups,
            NewDatabases newDatabases,
            ScriptStore scripts,
            SqlGrammar grammar,
            SoundTexts soundTexts,
            FilePrograms programs,
            ServerGrammar serverGrammar,
            ScratchDatabases scratches,
            OfflineScripts offline) {
        public Ports {
            requireNonNull(database, "database");
            requireNonNull(dump, "dump");
            requireNonNull(backups, "backups");
            requireNonNull(newDatabases, "newDatabases");
            requireNonNull(scripts, "scripts");
            requireNonNull(grammar, "grammar");
            requireNonNull(soundTexts, "soundTexts");
            requireNonNull(programs, "programs");
            requireNonNull(serverGrammar, "serverGrammar");
            requireNonNull(scratches, "scratches");
            requireNonNull(offline, "offline");
        }
    }

    public EffectiveConfig effectiveConfig() {
        return effective;
    }

    public Upgrade upgrade() {
        return new Upgrade(
                ports.scripts(),
                ports.database(),
                plans(),
                runs(),
                operator,
                config().run().lockWait());
    }

    public Downgrade downgrade() {
        return new Downgrade(ports.database(), plans(), runs(), config().run().lockWait());
    }

    public Stamp stamp() {
        return new Stamp(
                ports.scripts(),
                ports.database(),
                plans(),
                operator,
                config().run().lockWait(),
                clock);
    }

    public EnsureLedger ensureLedger() {
        return new EnsureLedger(
                ports.database(), config().ledger().schema(), config().run().lockWait());
    }

    public TryRun tryRun() {
        return new TryRun(
                ports.database(), plans(), steps(), operator, config().run().lockWait(), clock);
    }

    public WriteScript writeScript() {
        return new WriteScript(plans(), new AssumedPlace(ports.scripts()), ports.offline(), operator, config().run());
    }

    public MakePlan makePlan() {
        return new MakePlan(ports.database(), plans());
    }

    public CreateRevision createRevision() {
        return new CreateRevision(plans(), names(), writer());
    }

    public MergeRevisions mergeRevisions() {
        return new MergeRevisions(plans(), names(), writer());
    }

    public RebaseBranch rebaseBranch() {
        return new RebaseBranch(ports.scripts(), plans(), names(), ports.database());
    }

    public EditRevision editRevision() {
        return new EditRevision(ports.scripts(), plans(), names(), ports.programs(), validate());
    }

    public ShowCurrent showCurrent() {
        return new ShowCurrent(plans(), ports.database());
    }

    public ShowHistory showHistory() {
        return new ShowHistory(plans(), ports.database());
    }

    public ShowHeads showHeads() {
        return new ShowHeads(plans());
    }

    public ShowBranches showBranches() {
        return new ShowBranches(plans());
    }

    public ShowRuns showRuns() {
        return new ShowRuns(ports.database());
    }

    public ShowRevision showRevision() {
        return new ShowRevision(plans(), ports.database());
    }

    public ShowStatus showStatus() {
        return new ShowStatus(plans(), ports.database(), ports.backups());
    }

    public Validate validate() {
        return new Validate(
                ports.scripts(),
                new GrammarCheck(ports.grammar(), ports.soundTexts(), operator),
                new DatabaseChecks(
                        ports.database(),
                        plans(),
                        ports.scripts(),
                        ports.serverGrammar(),
                        new ScratchTrial(ports.scratches(), ports.scripts())));
    }

    public TakeBackup takeBackup() {
        return new TakeBackup(
                ports.database(),
                ports.dump(),
                ports.backups(),
                config().backup(),
                config().run().lockWait(),
                clock);
    }

    public ListBackups listBackups() {
        return new ListBackups(ports.backups());
    }

    public ShowBackup showBackup() {
        return new ShowBackup(ports.backups(), config().connection().address());
    }

    public VerifyBackup verifyBackup() {
        return new VerifyBackup(
                ports.backups(),
                ports.dump(),
                ports.database(),
                ports.newDatabases(),
                config().connection().address(),
                clock);
    }

    public RestoreBackup restoreBackup() {
        return new RestoreBackup(
                ports.backups(),
                ports.dump(),
                ports.database(),
                ports.newDatabases(),
                takeBackup(),
                restoreWork(),
                operator,
                new RestoreBackup.Settings(
                        config().connection().address(), config().run().lockWait()),
                clock);
    }

    private RestoreWork restoreWork() {
        return new RestoreWork(
                ports.dump(),
                ports.database(),
                ports.newDatabases(),
                config().run().lockWait(),
                clock);
    }

    public PruneBackups pruneBackups() {
        return new PruneBackups(ports.database(), ports.backups(), clock);
    }

    private MigratorConfig config() {
        return effective.config();
    }

    private PlanMaker plans() {
        return new PlanMaker(ports.scripts(), config().run(), config().backup());
    }

    private TypedNames names() {
        return new TypedNames(ports.database());
    }

    private RevisionWriter writer() {
        ScriptsConfig scripts = config().scripts();
        return new RevisionWriter(
                ports.scripts(),
                new RevisionNames(scripts.newFiles().idStyle(), clock, random),
                names(),
                new HookRun(scripts.hooks(), ports.programs(), ports.scripts()),
                clock,
                scripts.newFiles().zone());
    }

    private StepRunner steps() {
        var retry = new LockRetry(config().run().lockTimeout(), config().run().lockRetry(), clock, random);
        return new StepRunner(config().run(), retry, clock);
    }

    private MigrationRun runs() {
        var steps = steps();
        var wayBack = new WayBack(
                config().run().onFailure(),
                steps,
                ports.database(),
                config().run().lockWait(),
                clock);
        return new MigrationRun(config().backup(), takeBackup(), steps, wayBack, operator, clock);
    }
}
