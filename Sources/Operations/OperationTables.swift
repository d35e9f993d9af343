import Ledger

/// The operational tables, as named steps that are never edited once released.
enum OperationTables {
    static let steps: [(name: String, statements: [SQL])] = [
        (
            "0001 sign-in",
            [
                """
                CREATE TABLE wrapped_key (
                    id TEXT PRIMARY KEY NOT NULL, wrapped TEXT NOT NULL, made_at BIGINT NOT NULL)
                """,
                """
                CREATE TABLE credential (
                    account TEXT PRIMARY KEY NOT NULL, password TEXT, password_set_at BIGINT,
                    totp_secret TEXT, totp_confirmed BIGINT NOT NULL, totp_last_step BIGINT NOT NULL)
                """,
                """
                CREATE TABLE recovery_code (
                    account TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (account, digest))
                """,
                """
                CREATE TABLE token (
                    digest TEXT PRIMARY KEY NOT NULL, purpose TEXT NOT NULL, account TEXT NOT NULL,
                    made_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, used_at BIGINT)
                """,
                """
                CREATE INDEX token_account ON token(account)
                """,
                """
                CREATE TABLE session (
                    digest TEXT PRIMARY KEY NOT NULL, account TEXT NOT NULL, stage TEXT NOT NULL,
                    made_at BIGINT NOT NULL, seen_at BIGINT NOT NULL)
                """,
                """
                CREATE INDEX session_account ON session(account)
                """,
                """
                CREATE TABLE sign_in_attempt (
                    scope TEXT NOT NULL, failures BIGINT NOT NULL, last_at BIGINT NOT NULL,
                    PRIMARY KEY (scope))
                """,
                """
                CREATE TABLE draft (
                    id TEXT PRIMARY KEY NOT NULL, account TEXT NOT NULL, form TEXT NOT NULL, sealed TEXT NOT NULL,
                    kept_at BIGINT NOT NULL)
                """,
                """
                CREATE UNIQUE INDEX draft_form ON draft(account, form)
                """,
            ]
        ),
        (
            "0002 files",
            [
                """
                CREATE TABLE kept_file (
                    id TEXT PRIMARY KEY NOT NULL, account TEXT NOT NULL, filename TEXT NOT NULL,
                    media_type TEXT NOT NULL, size BIGINT NOT NULL, digest TEXT NOT NULL,
                    kept_at BIGINT NOT NULL, attached_at BIGINT)
                """
            ]
        ),
    ]
}
