/** Instants are epoch milliseconds; 64-bit numbers of the protocol are text. */
export const schema = `
CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS counters (key TEXT PRIMARY KEY, used INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS phones (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, openid TEXT NOT NULL UNIQUE, secret TEXT NOT NULL,
  snapshot INTEGER NOT NULL, unread INTEGER NOT NULL, followed_at INTEGER, subscribe_scene TEXT, qr_scene TEXT
);
CREATE TABLE IF NOT EXISTS items (
  id INTEGER PRIMARY KEY AUTOINCREMENT, phone_id INTEGER NOT NULL, at INTEGER NOT NULL, source TEXT NOT NULL,
  kind TEXT NOT NULL, text TEXT, card TEXT, news TEXT, raw TEXT
);
CREATE INDEX IF NOT EXISTS items_of_phone ON items (phone_id, id);
CREATE TABLE IF NOT EXISTS pictures (
  id TEXT PRIMARY KEY, phone_id INTEGER NOT NULL, type TEXT NOT NULL, base64 TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS pushes (
  id INTEGER PRIMARY KEY AUTOINCREMENT, phone_id INTEGER NOT NULL, openid TEXT NOT NULL, title TEXT NOT NULL,
  xml TEXT NOT NULL, shown INTEGER NOT NULL, done INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS pushes_open ON pushes (done, id);
CREATE TABLE IF NOT EXISTS journal (
  id INTEGER PRIMARY KEY AUTOINCREMENT, phone_id INTEGER, push_id INTEGER, at INTEGER NOT NULL, direction TEXT NOT NULL,
  title TEXT NOT NULL, ms INTEGER, status INTEGER, body TEXT NOT NULL, wire TEXT, verdict TEXT
);
CREATE INDEX IF NOT EXISTS journal_of_phone ON journal (phone_id, id);
CREATE TABLE IF NOT EXISTS tokens (
  token TEXT PRIMARY KEY, kind TEXT NOT NULL, issued_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
  killed INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS templates (
  id TEXT PRIMARY KEY, short_id TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, fields TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS outbox (
  msgid TEXT PRIMARY KEY, phone_id INTEGER NOT NULL, openid TEXT NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL,
  template_id TEXT, client_msg_id TEXT, body TEXT NOT NULL, status TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS outbox_once ON outbox (openid, client_msg_id, at);
CREATE TABLE IF NOT EXISTS scenes (
  ticket TEXT PRIMARY KEY, url TEXT NOT NULL UNIQUE, scene TEXT NOT NULL, permanent INTEGER NOT NULL,
  expires_at INTEGER
);
CREATE TABLE IF NOT EXISTS windows (
  openid TEXT NOT NULL, cause TEXT NOT NULL, closes_at INTEGER NOT NULL, remaining INTEGER NOT NULL,
  PRIMARY KEY (openid, cause)
);
CREATE TABLE IF NOT EXISTS allowances (
  openid TEXT NOT NULL, template_id TEXT NOT NULL, remaining INTEGER NOT NULL, PRIMARY KEY (openid, template_id)
);
CREATE TABLE IF NOT EXISTS codes (
  code TEXT PRIMARY KEY, phone_id INTEGER NOT NULL, scope TEXT NOT NULL, at INTEGER NOT NULL, used INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS grants (
  access_token TEXT PRIMARY KEY, refresh_token TEXT NOT NULL UNIQUE, openid TEXT NOT NULL, phone_id INTEGER NOT NULL,
  scope TEXT NOT NULL, expires_at INTEGER NOT NULL, refresh_until INTEGER NOT NULL
);
`;
