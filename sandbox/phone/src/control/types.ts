/** What the sandbox's control API says, as the phone page reads it. Instants are epoch milliseconds of the sandbox's clock. */

export type Mode = "plain" | "compat" | "safe";

export interface Account {
  appid: string;
  originalId: string;
  name: string;
  mode: Mode;
  /** Where the sandbox pushes messages and events to. */
  callback: string;
}

export interface Phone {
  id: string;
  name: string;
  openid: string;
  unionid: string | null;
  followed: boolean;
  unread: number;
  /** Pages open in this phone as a snapshot: OAuth answers an openid that is not the person's own. */
  snapshot: boolean;
}

export interface ActiveFault {
  endpoint: string;
  fault: string;
  /** How often it still happens; null when it never ends by itself. */
  count: number | null;
  probability: number | null;
}

export interface ControlState {
  account: Account;
  phones: Phone[];
  now: number;
  /** When `now` was read, by this computer's clock. */
  readAt: number;
  frozen: boolean;
  faults: ActiveFault[];
}

export interface MenuButton {
  name: string;
  type?: string;
  key?: string;
  url?: string;
  sub_button?: MenuButton[];
}

export interface Menu {
  button: MenuButton[];
}

/** A card or an article: a title, rows, and where it leads; an empty url leads nowhere. */
export interface Card {
  title: string;
  rows: { label: string; value: string }[];
  url: string;
}

export interface ChatItem {
  id: string;
  at: number;
  from: "me" | "account" | "system";
  /** A `news` item has its words in `text`, its title and address in `card`; a `notice` stands in 服务通知 alone. */
  kind: "text" | "card" | "news" | "notice";
  text?: string;
  card?: Card;
}

export interface Chat {
  /** Null while this phone does not follow, or the account published no menu. */
  menu: Menu | null;
  items: ChatItem[];
  /** What the in-app browser shows the OAuth page to prove which phone it is. */
  secret: string;
}

/** What a scanned code leads to. */
export type Found = { kind: "account"; ticket: string; followed: boolean } | { kind: "browser"; url: string };

/** What a press on the menu leads to. */
export type Pressed = { kind: "browser"; url: string } | { kind: "sent" };

export type Direction = "push" | "reply" | "call" | "answer";

export interface LogEntry {
  id: string;
  at: number;
  phone: string | null;
  direction: Direction;
  title: string;
  ms: number | null;
  /** HTTP status of a reply or an answer, null when there was none. */
  status: number | null;
  body: string;
  /** What went over the wire when it was sealed. */
  wire: string | null;
  /** What came of it, or the fault it suffered. */
  verdict: string | null;
}

export interface ControlEvent {
  phone: string | null;
  type: "chat" | "state" | "log";
}
