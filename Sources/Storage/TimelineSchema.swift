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
            payload BLOB
          );
          CREATE INDEX result_changed ON result (changed);
          """)
      try Meta.revision.set("0", db)
    }
    return migrator
  }
}
