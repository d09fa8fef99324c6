import { join } from "node:path";
import { Account, letters } from "./account/account.js";
import { Allowances } from "./account/allowances.js";
import { Chats } from "./account/chats.js";
import { Deeds } from "./account/deeds.js";
import { Menus } from "./account/menu.js";
import { OAuth } from "./account/oauth.js";
import { Outbox } from "./account/outbox.js";
import { Phones } from "./account/phones.js";
import { Pictures } from "./account/pictures.js";
import { Pusher } from "./account/pusher.js";
import { Quotas } from "./account/quotas.js";
import { Scenes } from "./account/scenes.js";
import { Sending } from "./account/sending.js";
import { Templates } from "./account/templates.js";
import { Tokens } from "./account/tokens.js";
import { Windows } from "./account/windows.js";
import { Background } from "./kernel/background.js";
import { Clock } from "./kernel/clock.js";
import { Database } from "./kernel/database.js";
import { Events } from "./kernel/events.js";
import { Faults } from "./kernel/faults.js";
import { Journal } from "./kernel/journal.js";
import { Pace } from "./kernel/pace.js";
import type { Settings } from "./settings.js";

/** Where the five hosts listen; known once they do. */
export interface Origins {
  control: string;
  api: string;
  mp: string;
  open: string;
  res: string;
}

/** Everything behind the hosts: one service account, its people, and the kernel they share. */
export type World = ReturnType<typeof openWorld>;

export function openWorld(settings: Settings) {
  const database = Database.open(settings.dir);
  const clock = new Clock(database);
  const events = new Events();
  const kernel = {
    database,
    clock,
    events,
    faults: new Faults(),
    journal: new Journal(database, clock, events),
    pace: new Pace(),
    background: new Background(),
  };
  const account = new Account(database, settings.mode);
  const phones = new Phones(database, clock, events, account);
  const quotas = new Quotas(database, clock);
  const people = {
    account,
    phones,
    quotas,
    chats: new Chats(database, clock, events),
    pictures: new Pictures(database),
    scenes: new Scenes(database, clock),
    menus: new Menus(database),
    windows: new Windows(database, clock),
    templates: new Templates(database),
    outbox: new Outbox(database, clock),
    allowances: new Allowances(database),
    tokens: new Tokens(database, clock, quotas),
    oauth: new OAuth(database, clock, account, phones),
  };
  const pusher = new Pusher({ ...kernel, ...people, callback: settings.callback });
  const deeds = new Deeds({ ...kernel, ...people, pusher });
  const sending = new Sending({ ...kernel, ...people, deeds });
  const origins: Origins = { control: "", api: "", mp: "", open: "", res: "" };
  return {
    ...kernel,
    ...people,
    settings,
    pusher,
    deeds,
    sending,
    origins,
    controlToken: controlTokenOf(database),
    envFile: join(settings.dir, "wechat.env"),
  };
}

function controlTokenOf(database: Database): string {
  const kept = database.value("controlToken") ?? letters(32);
  database.keep("controlToken", kept);
  return kept;
}
