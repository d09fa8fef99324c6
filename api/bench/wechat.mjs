import { createHash, randomInt } from "node:crypto";
import { performance } from "node:perf_hooks";
import mysql from "mysql2/promise";
import WXBizMsgCrypt from "wechat-crypto";

const PEOPLE = 5;
const PER_SECOND = 50;

/** Binds the demo's customers to the sandbox's phones, as they would: a QR, a scan, a confirmation. */
export async function bindPhones({ people, sandbox }) {
  const control = controlOf(sandbox);
  const bound = [];
  for (const [index, person] of people.slice(0, PEOPLE).entries()) {
    const phone = await control("POST", "/control/phones", { name: `bench ${index + 1}` });
    await control("POST", `/control/phones/${phone.id}/follow`, {});
    const { beginWechatBinding } = await person.ask(
      "mutation($input: BeginWechatBindingInput!) { beginWechatBinding(input: $input) { scene { id qrText } userErrors { code } } }",
      { input: {} },
    );
    const { id, qrText } = beginWechatBinding.scene;
    await control("POST", `/control/phones/${phone.id}/scan`, { text: qrText });
    await until(async () => {
      const { wechatScene } = await person.ask("query($id: ID!) { wechatScene(id: $id) { state } }", { id });
      return wechatScene.state === "CLAIMED";
    });
    const code = await until(async () => {
      const { items } = await control("GET", `/control/phones/${phone.id}/chat`);
      return items.map(({ text: said }) => /确认码：(\d{4})/.exec(said ?? "")?.[1]).findLast(Boolean);
    });
    await person.ask(
      "mutation($input: ConfirmWechatBindingInput!) { confirmWechatBinding(input: $input) { userErrors { code } } }",
      { input: { sceneId: id, code } },
    );
    bound.push(phone);
  }
  return bound;
}

/**
 * 进度 from bound followers, 50 a second whatever the answers take (an open loop, so a slow answer is not hidden by the
 * next question waiting for it), sealed as in safe mode. Latencies in ms; any answer without a reply stops the run.
 */
export async function chat({ url, sandbox, phones, seconds }) {
  const { WECHAT_APPID, WECHAT_TOKEN, WECHAT_AES_KEY, WECHAT_ORIGINAL_ID } = sandbox.env;
  const sealer = new WXBizMsgCrypt(WECHAT_TOKEN, WECHAT_AES_KEY, WECHAT_APPID);
  const total = seconds * PER_SECOND;
  const latencies = [];
  const asked = [];
  const from = performance.now();
  for (let n = 0; n < total; n += 1) {
    const due = from + (n * 1_000) / PER_SECOND;
    if (due > performance.now()) await new Promise((done) => setTimeout(done, due - performance.now()));
    asked.push(askOnce(n).then((ms) => latencies.push(ms)));
  }
  await Promise.all(asked);
  return latencies;

  async function askOnce(n) {
    const begun = performance.now();
    const openid = phones[n % phones.length].openid;
    const { query, body } = sealed(sealer, WECHAT_TOKEN, text(WECHAT_ORIGINAL_ID, openid, n));
    const answer = await fetch(`${url}/wechat/messages?${query}`, {
      method: "POST",
      headers: { "content-type": "text/xml" },
      body,
    });
    const reply = await answer.text();
    if (answer.status !== 200 || !reply.includes("<Encrypt>")) {
      throw new Error(`Message ${n}: ${answer.status} ${reply.slice(0, 200)}`);
    }
    return performance.now() - begun;
  }
}

/** Approve → the card in the phone's chat, by the sandbox's own clock, which is this machine's. */
export async function cards({ sandbox, phone, times, postReport, approve }) {
  const control = controlOf(sandbox);
  const database = await mysql.createConnection(process.env.DATABASE_URL);
  await control("POST", "/control/latency", { apiMs: [0, 0], pushMs: [0, 0] });
  const latencies = [];
  for (let n = 0; n < times; n += 1) {
    const before = await cardCount();
    const report = await postReport(n);
    // Of one order's progress one card leaves in ten minutes: what was sent before is made that old.
    await database.query("UPDATE notice_sends SET createdAt = createdAt - 3600000 WHERE groupKey IS NOT NULL");
    const from = Date.now();
    await approve(report);
    const items = await until(async () => {
      const found = await cardItems();
      return found.length > before ? found : null;
    });
    latencies.push(new Date(items.at(-1).at).getTime() - from);
  }
  await database.end();
  return latencies;

  async function cardItems() {
    const { items } = await control("GET", `/control/phones/${phone.id}/chat`);
    return items.filter(({ kind }) => kind === "card");
  }
  async function cardCount() {
    return (await cardItems()).length;
  }
}

function controlOf({ control, controlToken }) {
  return async (method, path, body) => {
    const answer = await fetch(control + path, {
      method,
      headers: { "x-sandbox-token": controlToken, ...(body ? { "content-type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? null : answer.json();
  };
}

function text(account, openid, n) {
  const seconds = Math.floor(Date.now() / 1_000);
  return `<xml><ToUserName><![CDATA[${account}]]></ToUserName><FromUserName><![CDATA[${openid}]]></FromUserName><CreateTime>${seconds}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[进度]]></Content><MsgId>${seconds}${String(n).padStart(7, "0")}</MsgId></xml>`;
}

function sealed(sealer, token, message) {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const nonce = String(randomInt(1_000_000_000));
  const encrypt = sealer.encrypt(message);
  const signature = createHash("sha1").update([token, timestamp, nonce].sort().join("")).digest("hex");
  const query = new URLSearchParams({
    signature,
    timestamp,
    nonce,
    encrypt_type: "aes",
    msg_signature: sealer.getSignature(timestamp, nonce, encrypt),
  });
  return {
    query,
    body: `<xml><ToUserName><![CDATA[gh_bench]]></ToUserName><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`,
  };
}

async function until(ask) {
  for (let tries = 0; tries < 1_000; tries += 1) {
    const found = await ask();
    if (found) return found;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error("Waited ten seconds in vain.");
}
