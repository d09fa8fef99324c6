/** The views of what was sent: what needs a person first. */
export const sendViews = ["FAILED", "QUEUED", "SENT", "DELIVERED", "SUPPRESSED", "ALL"] as const;

export const sendChannels = ["WECHAT", "SMS", "EMAIL"] as const;
