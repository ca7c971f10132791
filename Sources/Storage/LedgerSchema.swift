import GRDB

/// The ledger's schema. Migrations are named and append-only: one that a release contained never changes.
enum LedgerSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("ledger 1") { db in
      try Meta.migrate(db)
      // AUTOINCREMENT: a job names one revision of one article for ever, so a late report never hits another.
      // Texts have a table of their own: marking an article done must not rewrite its pages.
      try db.execute(
        sql: """
          CREATE TABLE article (
            job INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            revision INTEGER NOT NULL,
            state INTEGER NOT NULL,
            queue TEXT,
            language TEXT,
            hash BLOB NOT NULL,
            published INTEGER,
            title TEXT,
            url TEXT,
            source TEXT,
            size INTEGER NOT NULL,
            priority INTEGER NOT NULL,
            finished INTEGER,
            buried INTEGER NOT NULL DEFAULT 0
          );
          CREATE INDEX article_waiting ON article (queue, job) WHERE state = 0;
          CREATE INDEX article_unburied ON article (job) WHERE state = 3 AND buried = 0;
          CREATE TABLE content (job INTEGER PRIMARY KEY, packed INTEGER NOT NULL, bytes BLOB NOT NULL);
          CREATE TABLE dead_letter (job INTEGER PRIMARY KEY, code TEXT NOT NULL);
          CREATE TABLE failure (
            job INTEGER NOT NULL,
            attempt INTEGER NOT NULL,
            code TEXT NOT NULL,
            message TEXT NOT NULL,
            worker TEXT NOT NULL,
            alone INTEGER NOT NULL,
            at INTEGER NOT NULL
          );
          CREATE INDEX failure_job ON failure (job);
          CREATE TABLE tally (
            queue TEXT NOT NULL, state INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (queue, state)
          ) WITHOUT ROWID;
          CREATE TABLE reject (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            file TEXT NOT NULL,
            position TEXT NOT NULL,
            code TEXT NOT NULL,
            message TEXT NOT NULL,
            UNIQUE (file, position, code)
          );
          """)
    }
    migrator.registerMigration("ledger 2") { db in
      // Waiting articles are handed out by turn, so that sources share; those of before keep their order.
      try db.execute(
        sql: """
          ALTER TABLE article ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
          CREATE INDEX article_turn ON article (queue, turn, job) WHERE state = 0;
          DROP INDEX article_waiting;
          """)
      try Meta.grants.set(StoredGrantKey.random().text, db)
    }
    return migrator
  }
}
