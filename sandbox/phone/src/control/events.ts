import type { ControlEvent } from "./types";

export type Connection = "connecting" | "live" | "lost";

interface Listener {
  heard(event: ControlEvent): void;
  /** Told at every change; after `live` everything shown must be read again, for events may have been missed. */
  moved(connection: Connection): void;
}

const longestPauseMs = 8000;

/**
 * Listens to the sandbox's events for as long as the page lives. A browser gives an event stream up for good when the
 * server answers an error (as while it restarts), so a closed one is opened anew after 1, 2, 4 and then 8 seconds.
 * Returns a function that hangs up.
 */
export function listen(listener: Listener): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pauseMs = 1000;

  const open = () => {
    source = new EventSource("/control/events");
    source.onopen = () => {
      pauseMs = 1000;
      listener.moved("live");
    };
    source.onmessage = (message: MessageEvent<string>) => listener.heard(JSON.parse(message.data) as ControlEvent);
    source.onerror = () => {
      listener.moved("lost");
      source?.close();
      timer = setTimeout(open, pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
