import { ApolloClient, gql } from "@apollo/client";
import { describe, expect, it, vi } from "vitest";
import { FreshCache } from "./fresh-cache";
import { makeLiveSocket } from "./live-socket";
import { liveStatus } from "./live-status";

type Message = { type: string; id?: string; payload?: { variables?: Record<string, unknown> } };

/** The server's end of graphql-transport-ws, as much of it as a subscription needs. */
class FakeSocket {
  static readonly OPEN = 1;
  static opened: FakeSocket[] = [];
  static last(): FakeSocket {
    const socket = FakeSocket.opened.at(-1);
    if (!socket) throw new Error("No socket was opened");
    return socket;
  }

  readonly OPEN = 1;
  readyState = 1;
  readonly received: Message[] = [];
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  onclose?: (event: CloseEvent) => void;
  onerror?: () => void;

  constructor() {
    FakeSocket.opened.push(this);
    queueMicrotask(() => this.onopen?.());
  }
  send(text: string): void {
    const message: Message = JSON.parse(text);
    this.received.push(message);
    if (message.type === "connection_init") this.say({ type: "connection_ack" });
  }
  close(code = 1000): void {
    this.readyState = 3;
    this.onclose?.(new CloseEvent("close", { code }));
  }
  say(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
  get subscribed(): Message | undefined {
    return this.received.find((message) => message.type === "subscribe");
  }
  event(seq: number): void {
    this.say({ type: "next", id: this.subscribed?.id, payload: { data: { orderChanged: { seq } } } });
  }
}

const document = gql`
  subscription OrderChanged($orderId: ID!, $afterSeq: Int) {
    orderChanged(orderId: $orderId, afterSeq: $afterSeq) {
      seq
    }
  }
`;

/** Waits as long as a slow machine needs; only what never comes fails. */
const until = (wish: () => void): Promise<void> => vi.waitFor(wish, 20_000);

describe("the live socket", () => {
  it("resumes after the last event it saw when the connection is lost", async () => {
    vi.stubGlobal("WebSocket", FakeSocket);
    const caughtUp = vi.fn<() => void>();
    const stopWatching = liveStatus.onCatchUp(caughtUp);
    const client = new ApolloClient({ cache: new FreshCache(), link: makeLiveSocket("shop").link });
    const seen: number[] = [];
    const subscription = client
      .subscribe<{ orderChanged: { seq: number } }>({ query: document, variables: { orderId: "1", afterSeq: 7 } })
      .subscribe((result) => seen.push(result.data?.orderChanged.seq ?? -1));

    await until(() => expect(FakeSocket.last().subscribed?.payload?.variables).toEqual({ orderId: "1", afterSeq: 7 }));
    FakeSocket.last().event(8);
    FakeSocket.last().event(9);
    const lost = FakeSocket.last();
    lost.close(1006);
    await until(() => expect(FakeSocket.last()).not.toBe(lost));
    await until(() => expect(FakeSocket.last().subscribed?.payload?.variables).toEqual({ orderId: "1", afterSeq: 9 }));
    FakeSocket.last().event(10);

    await until(() => expect(seen).toEqual([8, 9, 10]));
    expect(caughtUp).toHaveBeenCalledTimes(1);
    expect(liveStatus.current().state).toBe("live");
    subscription.unsubscribe();
    stopWatching();
  });
});
