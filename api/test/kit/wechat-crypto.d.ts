/** What we use of the library that judges our sealing; it brings no types of its own. */
declare module "wechat-crypto" {
  export default class WXBizMsgCrypt {
    constructor(token: string, encodingAESKey: string, appid: string);
    getSignature(timestamp: string, nonce: string, encrypted: string): string;
    encrypt(message: string): string;
    decrypt(encrypted: string): { message: string; id: string };
  }
}
