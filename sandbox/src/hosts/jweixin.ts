/** The JS-SDK as far as it works without WeChat's app: config with a real check of the signature, ready and error. */
export function jweixin(origin: string): string {
  return `(function () {
  var waiting = [], failing = [], state = null;
  function settle(result) {
    state = result;
    var good = result.errMsg === "config:ok";
    (good ? waiting : failing).forEach(function (told) { told(result); });
  }
  function unsupported(name) {
    return function (options) {
      var result = { errMsg: name + ":fail, the function not supported" };
      if (options && options.fail) options.fail(result);
      if (options && options.complete) options.complete(result);
    };
  }
  var names = ["chooseWXPay", "scanQRCode", "closeWindow", "hideOptionMenu", "showOptionMenu", "getLocation",
    "openLocation", "chooseImage", "previewImage", "updateAppMessageShareData", "updateTimelineShareData"];
  var wx = {
    config: function (options) {
      var query = new URLSearchParams({ appId: options.appId, timestamp: String(options.timestamp),
        nonceStr: options.nonceStr, signature: options.signature, url: location.href.split("#")[0] });
      fetch(${JSON.stringify(`${origin}/jsapi/check`)} + "?" + query).then(function (answer) { return answer.json(); })
        .then(settle, function () { settle({ errMsg: "config:fail" }); });
    },
    ready: function (told) {
      if (state && state.errMsg === "config:ok") told(state); else waiting.push(told);
    },
    error: function (told) {
      if (state && state.errMsg !== "config:ok") told(state); else failing.push(told);
    },
    checkJsApi: function (options) {
      var result = {};
      options.jsApiList.forEach(function (name) { result[name] = name === "checkJsApi"; });
      options.success({ checkResult: result, errMsg: "checkJsApi:ok" });
    }
  };
  names.forEach(function (name) { wx[name] = unsupported(name); });
  window.wx = window.jWeixin = wx;
})();
`;
}
