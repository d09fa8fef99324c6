import type { Fen } from "../kernel/money.js";
import { yuan } from "../pricing/yuan.js";

interface Shown {
  readonly no: string;
  readonly orderId: string;
  readonly orderNo: string;
  readonly instalmentName: string;
  readonly amount: Fen;
}

/** The page on which a payer decides. Plain forms, no script; both languages at once, since a channel knows no session. */
export function payPage(payment: Shown): string {
  return page(`
    ${bill(payment)}
    <form method="post"><button class="yes" name="outcome" value="SUCCEEDED">支付成功<small>Pay</small></button>
    <button class="no" name="outcome" value="FAILED">支付失败<small>Fail</small></button></form>
    ${back(payment)}`);
}

/** What is shown once an attempt is over. */
export function closedPage(payment: Shown): string {
  return page(`
    ${bill(payment)}
    <p class="note">这笔支付已经结束。<br><span lang="en">This payment is over.</span></p>
    ${back(payment)}`);
}

function bill({ no, orderNo, instalmentName, amount }: Shown): string {
  return `<p class="amount">${yuan(amount)}</p>
    <dl><dt>款项 <span lang="en">For</span></dt><dd>${escaped(instalmentName)}</dd>
    <dt>订单号 <span lang="en">Order</span></dt><dd>${escaped(orderNo)}</dd>
    <dt>支付单号 <span lang="en">Payment</span></dt><dd>${escaped(no)}</dd></dl>`;
}

const back = ({ orderId }: Shown): string =>
  `<p class="back"><a href="/o/${escaped(orderId)}">返回订单 <span lang="en">Back to the order</span></a></p>`;

function page(body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>测试支付 · Test payment</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>测试支付 <span lang="en">Test payment</span></h1>
<p class="note">演示通道，不会产生真实扣款。<br><span lang="en">A demo channel: no money moves.</span></p>
${body}
</main>
</body>
</html>`;
}

const STYLE = `
:root { color-scheme: light dark; --line: #d9d9de; --soft: #62646c; --ground: #f4f4f6; --card: #fff; --ink: #17181c;
  --yes: #0b6b50; --yes-ink: #fff; }
@media (prefers-color-scheme: dark) { :root { --line: #3a3b42; --soft: #a5a7b0; --ground: #121316; --card: #1c1d22;
  --ink: #f0f0f3; --yes: #4cc79c; --yes-ink: #08271d; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 16px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; }
main { max-width: 420px; margin: 0 auto; min-height: 100vh; padding: 32px 20px; background: var(--card); }
h1 { margin: 0; font-size: 20px; } h1 span, dt span, a span { color: var(--soft); font-weight: 400; font-size: .8em; }
.note { margin: 8px 0 0; color: var(--soft); font-size: 14px; }
.amount { margin: 28px 0 20px; font-size: 40px; font-weight: 650; font-variant-numeric: tabular-nums; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 10px 16px; margin: 0 0 28px; padding: 16px 0;
  border-block: 1px solid var(--line); } dt { color: var(--soft); } dd { margin: 0; text-align: right; overflow-wrap: anywhere; }
form { display: grid; gap: 12px; }
button { min-height: 56px; border-radius: 12px; border: 1px solid var(--line); background: transparent; color: inherit;
  font: inherit; font-weight: 600; cursor: pointer; }
button small { display: block; font-weight: 400; opacity: .8; }
button.yes { background: var(--yes); border-color: var(--yes); color: var(--yes-ink); }
button:focus-visible, a:focus-visible { outline: 3px solid #2f6fed; outline-offset: 2px; }
.back { margin: 24px 0 0; text-align: center; } .back a { display: inline-block; padding: 12px; color: inherit; }
`;

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replaceAll(/[&<>"']/g, (char) => entities[char] ?? "");
}
