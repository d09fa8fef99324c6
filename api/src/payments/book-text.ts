import type { Fen } from "../kernel/money.js";
import { accounts } from "./accounts.js";
import type { PostingLine } from "./postings.js";
import type { WorkedStory } from "./worked-examples.js";

const grouped = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2 });

const lineText = (account: PostingLine["account"], amount: Fen): string =>
  `${account} ${accounts[account].name} **${grouped.format(amount / 100)}**`;

function side(lines: readonly PostingLine[], of: "debit" | "credit"): string {
  const there = lines.filter((line) => line[of] > 0);
  return there.length === 0 ? "—" : there.map((line) => lineText(line.account, line[of])).join("<br>");
}

/** The book of worked examples as finance staff read it: the chart of accounts, then every event with its numbers. */
export function bookText(stories: readonly WorkedStory[]): string {
  const inOrder = Object.entries(accounts).sort(([one], [other]) => (one < other ? -1 : 1));
  const chart = inOrder.map(([code, { name, nameEn, normalSide }]) => {
    return `| ${code} | ${name} | ${nameEn} | ${normalSide === "DEBIT" ? "借 debit" : "贷 credit"} |`;
  });
  const tables = stories.map(({ zh, en, examples }) => {
    const rows = examples.map(
      ([row, event, eventEn, lines]) =>
        `| ${row} | ${event}<br>${eventEn} | ${side(lines, "debit")} | ${side(lines, "credit")} |`,
    );
    return [`## ${zh}`, "", en, "", "| # | 事项 Event | 借 Debit | 贷 Credit |", "|---|---|---|---|", ...rows].join(
      "\n",
    );
  });
  return [
    "# 账务示例 · Worked examples",
    "",
    "每一行都由真实记账所用的函数算出，测试核对；金额单位为元，含税价按 6% 拆分增值税。纳税义务发生时间由会计判断。",
    "",
    "Every row is worked out by the functions that post the real events, and a test compares this page with them. Amounts are yuan;",
    "VAT of 6 % is inside the prices. When tax really is due is for an accountant to say.",
    "",
    "## 科目 · Accounts",
    "",
    "| 代码 | 科目 | Account | 余额方向 |",
    "|---|---|---|---|",
    ...chart,
    "",
    tables.join("\n\n"),
    "",
  ].join("\n");
}
