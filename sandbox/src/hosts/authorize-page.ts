const STYLE = `body{font:16px/1.6 system-ui,"PingFang SC","Noto Sans CJK SC",sans-serif;margin:0;color:#191919;background:#ededed}
main{max-width:340px;margin:20vh auto 0;padding:24px;text-align:center}
button{display:block;width:100%;min-height:44px;margin-top:12px;border:0;border-radius:8px;font:inherit;background:#fff}
button.yes{background:#07c160;color:#fff}`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

function page(body: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>微信登录</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${STYLE}</style></head>
<body><main>${body}</main></body></html>`;
}

/** What WeChat shows instead of going on. */
export function problemPage(problem: string): string {
  return page(`<p role="alert">${escaped(problem)}</p>`);
}

/** Silent for base, a question for userinfo; outside a phone it says where the link belongs. */
export function authorizePage(accountName: string): string {
  return page(`<p id="said" role="status">请稍候…</p>
<div id="ask" hidden><p>${escaped(accountName)} 申请获取你的昵称和头像</p>
<button class="yes" type="button" id="yes">允许</button><button type="button" id="no">拒绝</button></div>
<noscript>请在微信客户端打开链接</noscript>
<script>
(function () {
  var said = document.getElementById("said"), ask = document.getElementById("ask");
  function tell(text) { ask.hidden = true; said.hidden = false; said.textContent = text; }
  var me = /^wechat-phone:([^:]+):([^:]+)$/.exec(window.name);
  if (!me) return tell("请在微信客户端打开链接");
  if (location.hash !== "#wechat_redirect") return tell("链接无法访问：缺少 #wechat_redirect");
  function go(consent) {
    fetch("/connect/oauth2/phone", { method: "POST", body: JSON.stringify({ phone: me[1], secret: me[2],
      url: location.pathname + location.search, consent: consent }) })
      .then(function (answer) { return answer.json(); })
      .then(function (told) {
        if (told.redirect) return location.replace(told.redirect);
        if (told.ask) { said.hidden = true; ask.hidden = false; return; }
        tell(told.problem || "系统繁忙");
      }, function () { tell("系统繁忙"); });
  }
  document.getElementById("yes").onclick = function () { go("yes"); };
  document.getElementById("no").onclick = function () { go("no"); };
  go(null);
})();
</script>`);
}
