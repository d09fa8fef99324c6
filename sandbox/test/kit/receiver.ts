import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";
import { readXml, textOf } from "../../src/account/xml.js";
import { type JudgeSeals, judgeOf } from "./judges.js";

/** One delivery as the account's server got it, opened by wechat-crypto when it was sealed. */
export interface Delivery {
  readonly method: string;
  readonly query: Readonly<Record<string, string>>;
  /** The body as it came. */
  readonly body: string;
  /** The message in the open. */
  readonly xml: string;
  /** The appid inside a sealed message. */
  readonly appid: string | null;
  /** Whether `signature`, or `msg_signature` of a sealed one, is right. */
  readonly signed: boolean;
  /** The text of one element of the message. */
  field(name: string): string | null;
}

/** What the account's server answers: a body, a body with a status, or nothing for ever. */
export type Answering = (
  delivery: Delivery,
) => string | { status: number; body: string } | null | Promise<string | { status: number; body: string } | null>;

/** An account's server made of wechat-crypto: what a stranger to this code base would receive and answer. */
export interface Receiver {
  readonly origin: string;
  readonly deliveries: Delivery[];
  answer: Answering;
  knows(seals: JudgeSeals): void;
  /** A text reply in the open. */
  text(delivery: Delivery, text: string): string;
  /** Any reply, sealed and signed. */
  sealed(xml: string): string;
}

export async function startReceiver(): Promise<Receiver> {
  let seals: JudgeSeals | null = null;
  const known = (): JudgeSeals => {
    if (!seals) throw new Error("The receiver knows no account yet.");
    return seals;
  };
  const server = createServer((request, response) => void receive(request, response));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The receiver has no port.");
  const receiver: Receiver = {
    origin: `http://127.0.0.1:${address.port}`,
    deliveries: [],
    answer: () => "success",
    knows: (account) => {
      seals = account;
    },
    text: replyText,
    sealed: (xml) => sealedReply(xml, known()),
  };
  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const delivery = deliveryOf(request, Buffer.concat(chunks).toString(), known());
    receiver.deliveries.push(delivery);
    const answer = await receiver.answer(delivery);
    if (answer === null) return;
    const { status, body } = typeof answer === "string" ? { status: 200, body: answer } : answer;
    response.writeHead(status).end(body);
  }
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return receiver;
}

function deliveryOf(request: IncomingMessage, body: string, seals: JudgeSeals): Delivery {
  const query = Object.fromEntries(new URL(request.url ?? "", "http://receiver").searchParams);
  const { timestamp = "", nonce = "" } = query;
  const judge = judgeOf(seals);
  const sealed = /<Encrypt><!\[CDATA\[(.*?)\]\]><\/Encrypt>/.exec(body)?.[1] ?? null;
  const opened = sealed === null ? { message: body, id: null } : judge.decrypt(sealed);
  return {
    method: request.method ?? "",
    query,
    body,
    xml: opened.message,
    appid: opened.id,
    signed:
      sealed === null
        ? judge.getSignature(timestamp, nonce, "") === query["signature"]
        : judge.getSignature(timestamp, nonce, sealed) === query["msg_signature"],
    field: (name) => {
      const tree = readXml(opened.message);
      return tree ? textOf(tree, name) : null;
    },
  };
}

function replyText(delivery: Delivery, text: string): string {
  const [to, from] = [delivery.field("FromUserName"), delivery.field("ToUserName")];
  return `<xml><ToUserName><![CDATA[${to}]]></ToUserName><FromUserName><![CDATA[${from}]]></FromUserName><CreateTime>1700000000</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${text}]]></Content></xml>`;
}

function sealedReply(xml: string, seals: JudgeSeals): string {
  const judge = judgeOf(seals);
  const sealed = judge.encrypt(xml);
  const [timestamp, nonce] = ["1700000000", "1234567890"];
  const signature = judge.getSignature(timestamp, nonce, sealed);
  return `<xml><Encrypt><![CDATA[${sealed}]]></Encrypt><MsgSignature><![CDATA[${signature}]]></MsgSignature><TimeStamp>${timestamp}</TimeStamp><Nonce><![CDATA[${nonce}]]></Nonce></xml>`;
}
