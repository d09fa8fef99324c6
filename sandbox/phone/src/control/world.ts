import { control } from "./client";
import { type Connection, listen } from "./events";
import { Resource } from "./resource";
import { Store } from "./store";
import type { Chat, ControlEvent } from "./types";

/** Everything the page knows of the sandbox: its state, each phone's chat and the developer's log, kept fresh by events. */
export class World {
  readonly state = new Resource(control.state);
  readonly log = new Resource(control.log);
  readonly connection = new Store<Connection>("connecting");
  private readonly chats = new Map<string, Resource<Chat>>();

  chat(phoneId: string): Resource<Chat> {
    const known = this.chats.get(phoneId);
    if (known) return known;
    const chat = new Resource(() => control.chat(phoneId));
    this.chats.set(phoneId, chat);
    return chat;
  }

  /** Starts listening; returns a function that stops it. */
  start(): () => void {
    return listen({
      heard: (event) => this.heard(event),
      moved: (connection) => {
        this.connection.set(connection);
        if (connection === "live") this.refresh();
      },
    });
  }

  /** Reads everything that is shown again. */
  refresh(): void {
    this.state.move();
    this.log.move();
    for (const chat of this.chats.values()) chat.move();
  }

  private heard({ phone, type }: ControlEvent): void {
    if (type === "log") {
      this.log.move();
      // A line of traffic may have used up a fault, of which the state tells.
      if ((this.state.snapshot().value?.faults.length ?? 0) > 0) this.state.move();
      return;
    }
    this.state.move();
    if (phone) this.chats.get(phone)?.move();
    else for (const chat of this.chats.values()) chat.move();
  }
}
