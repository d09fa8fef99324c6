import type { Platform } from "../platform/platform.js";

/** Whether short messages leave at all: as configured, else for demo data only, where they go to the log. */
export function smsIsOn({ config, demo }: Platform): boolean {
  return (config.sms ?? (demo ? "log" : "off")) !== "off";
}

/** Brings one short message to a phone. Resolves when it was taken, throws when it was not. */
export type SmsSender = (platform: Platform, phone: string, text: string) => Promise<void>;

/** Without a carrier a short message goes to the log, and with demo data to the mailbox. */
export const sendSms: SmsSender = async (platform, phone, text) => {
  platform.log.info({ to: phone, text }, "A short message goes to the log.");
  platform.post.copy({ to: phone, subject: "短信", text });
};
