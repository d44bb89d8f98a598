"""The schema of `episodes.db` as a list of steps. Append only: a step that was ever released is never changed.

Sources are stored once per content: a tree is a list of names and blobs, a blob is a compressed file.
"""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE TABLE blob (digest TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID",
        "CREATE TABLE tree (digest TEXT PRIMARY KEY, edition TEXT NOT NULL, crate_type TEXT NOT NULL) WITHOUT ROWID",
        """CREATE TABLE tree_file (
            tree TEXT NOT NULL REFERENCES tree, name TEXT NOT NULL, blob TEXT NOT NULL REFERENCES blob,
            PRIMARY KEY (tree, name)) WITHOUT ROWID""",
        """CREATE TABLE episode (
            id TEXT PRIMARY KEY, started_at REAL NOT NULL, seconds REAL NOT NULL, origin TEXT NOT NULL,
            subject TEXT NOT NULL, model TEXT NOT NULL, model_digest TEXT NOT NULL, library TEXT, seed INTEGER NOT NULL,
            before TEXT NOT NULL REFERENCES tree, after TEXT REFERENCES tree, verdict TEXT NOT NULL)""",
        "CREATE INDEX episode_by_time ON episode (started_at)",
        """CREATE TABLE error (
            episode TEXT NOT NULL REFERENCES episode ON DELETE CASCADE,
            phase TEXT NOT NULL CHECK (phase IN ('before', 'remaining')), ordinal INTEGER NOT NULL,
            code TEXT, signature TEXT NOT NULL, diagnostic TEXT NOT NULL,
            PRIMARY KEY (episode, phase, ordinal)) WITHOUT ROWID""",
        "CREATE INDEX error_by_signature ON error (signature)",
        """CREATE TABLE attempt (
            episode TEXT NOT NULL REFERENCES episode ON DELETE CASCADE, ordinal INTEGER NOT NULL,
            stage INTEGER NOT NULL, adapter TEXT, before TEXT NOT NULL REFERENCES tree, after TEXT REFERENCES tree,
            code TEXT, signature TEXT NOT NULL, diagnostic TEXT NOT NULL, prompt_digest TEXT, edits TEXT NOT NULL,
            answer TEXT NOT NULL, tokens INTEGER NOT NULL, seconds REAL NOT NULL, verdict TEXT NOT NULL,
            evidence TEXT NOT NULL, PRIMARY KEY (episode, ordinal)) WITHOUT ROWID""",
        "CREATE INDEX attempt_by_signature ON attempt (signature)",
    ),
    (
        """CREATE TABLE repair (
            episode TEXT NOT NULL REFERENCES episode ON DELETE CASCADE, ordinal INTEGER NOT NULL, at REAL NOT NULL,
            source TEXT NOT NULL, before TEXT NOT NULL REFERENCES tree, after TEXT NOT NULL REFERENCES tree,
            code TEXT, signature TEXT NOT NULL, diagnostic TEXT NOT NULL, verdict TEXT NOT NULL,
            PRIMARY KEY (episode, ordinal)) WITHOUT ROWID""",
        "CREATE INDEX repair_by_signature ON repair (signature)",
    ),
)
