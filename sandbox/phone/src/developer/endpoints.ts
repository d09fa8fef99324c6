/** The calls of the account's API that can be made to fail, as the control API names them; `*` is every call. */
export const callEndpoints = [
  "*",
  "message/template/send",
  "message/custom/send",
  "message/subscribe/bizsend",
  "stable_token",
  "token",
  "qrcode/create",
  "menu/create",
  "menu/get",
  "template/get_all_private_template",
  "user/info",
  "user/get",
  "ticket/getticket",
  "sns/oauth2/access_token",
];

/** Template messages, whose receipts can be made to tell of failure. */
export const templateSend = "message/template/send";
