import GRDB

/// The timeline's schema. Migrations are named and append-only: one that a release contained never changes.
enum TimelineSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("timeline 1") { db in
      try Meta.migrate(db)
      // `payload` is null for a tombstone.
      try db.execute(
        sql: """
          CREATE TABLE result (
            number INTEGER PRIMARY KEY,
            article TEXT NOT NULL UNIQUE,
            revision INTEGER NOT NULL,
            changed INTEGER NOT NULL,
            fingerprint TEXT,
            hash BLOB,
            mentions INTEGER NOT NULL DEFAULT 0,
            payload BLOB
          );
          CREATE INDEX result_changed ON result (changed);
          CREATE TABLE total (
            name TEXT PRIMARY KEY NOT NULL, count INTEGER NOT NULL
          ) WITHOUT ROWID;
          INSERT INTO total (name, count) VALUES ('mentions', 0), ('results', 0), ('tombstones', 0);
          """)
      try Meta.revision.set("0", db)
    }
    migrator.registerMigration("timeline 2: superseded results") { db in
      // What an article said from store revision `brought` until before `replaced`, for looking back.
      try db.execute(
        sql: """
          CREATE TABLE superseded (
            number INTEGER PRIMARY KEY,
            article TEXT NOT NULL,
            brought INTEGER NOT NULL,
            replaced INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            fingerprint TEXT NOT NULL,
            hash BLOB NOT NULL,
            mentions INTEGER NOT NULL,
            payload BLOB NOT NULL
          );
          CREATE INDEX superseded_replaced ON superseded (replaced);
          """)
      // Earlier releases kept nothing of what was replaced.
      try Meta.horizon.set(try Meta.revision.value(db) ?? "0", db)
    }
    return migrator
  }
}
