import type { Phone } from "../../src/account/phones.js";
import type { Field, Template } from "../../src/account/templates.js";
import type { Answer, Bench } from "./sandbox.js";

/** 小林 follows, and what that caused has arrived. */
export async function aFollower(bench: Bench, name = "小林"): Promise<Phone> {
  bench.world.deeds.follow(bench.phone(name), null);
  await bench.quiet();
  bench.receiver.deliveries.length = 0;
  return bench.phone(name);
}

/** A template of the account by its title. */
export function aTemplate(bench: Bench, title: string): Template {
  const found = [...bench.world.templates.all("template"), ...bench.world.templates.all("subscribe")].find(
    (template) => template.title === title,
  );
  if (!found) throw new Error(`There is no template ${title}.`);
  return found;
}

const GOOD: Readonly<Record<string, string>> = {
  character_string: "SO2026010500001",
  thing: "空调清洗",
  time: "2026-01-05 15:01",
  date: "2026年1月5日",
  amount: "￥388.00",
  phrase: "服务中",
  const: "微信支付",
};

/** Values that fit every row, with some of them changed by label. */
export function goodData(
  fields: readonly Field[],
  changes: Readonly<Record<string, string>> = {},
): Record<string, { value: string }> {
  return Object.fromEntries(
    fields.map((field) => [field.key, { value: changes[field.label] ?? GOOD[field.type] ?? "" }]),
  );
}

/** Sends a card to 小林 as the account would. */
export function sendCard(bench: Bench, change: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
  const template = aTemplate(bench, "服务进度通知");
  return bench.call("/cgi-bin/message/template/send", {
    touser: bench.phone("小林").openid,
    template_id: template.id,
    url: "http://127.0.0.1:4000/o/1",
    data: goodData(template.fields),
    ...change,
  });
}
