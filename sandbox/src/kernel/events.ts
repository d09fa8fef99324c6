/** What moved, so that an open page redraws. */
export interface SandboxEvent {
  readonly phone: string | null;
  readonly type: "chat" | "state" | "log";
}

/** Tells every open page; nobody listening is fine. */
export class Events {
  private readonly listeners = new Set<(event: SandboxEvent) => void>();

  tell(event: SandboxEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  /** Hears until the returned function is called. */
  listen(listener: (event: SandboxEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
