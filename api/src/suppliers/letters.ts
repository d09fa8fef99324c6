/** What the platform writes to applicants and work accounts: Chinese first, the same in English after it. */
interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * The applicant's private page. The token stands behind `#`, so it never reaches a server's log or a referrer.
 * `origin` is that of the suppliers' app.
 */
export function applicationUrl(origin: string, token: string): string {
  return `${origin}/supplier/apply/status#${token}`;
}

/** What the deployment's secret signs to make an application's token: letters name it again, the database never does. */
export const applicationSeal = (applicationId: string): string => `supplier-application:${applicationId}`;

/** The same for a work account's invitation; another instant makes another link. */
export const invitationSeal = (accountId: string, invitedAt: number): string => `invitation:${accountId}:${invitedAt}`;

interface AboutApplication {
  readonly no: string;
  readonly organisation: string;
  readonly contactEmail: string;
}

export const applicationBegun = (application: AboutApplication, url: string): Letter => ({
  to: application.contactEmail,
  subject: `入驻申请 ${application.no} · Your application`,
  text: `打开链接可随时继续填写、查看结果，请勿转发：\n${url}\nOpen the link to go on or to see the answer. Keep it to yourself.`,
});

export const applicationReturned = (application: AboutApplication, reason: string, url: string): Letter => ({
  to: application.contactEmail,
  subject: `入驻申请 ${application.no} 需要补充 · More is needed`,
  text: `审核意见：${reason}\n请补充后重新提交：\n${url}\nPlease complete your application and submit it again.`,
});

export const applicationRejected = (application: AboutApplication, reason: string): Letter => ({
  to: application.contactEmail,
  subject: `入驻申请 ${application.no} 未通过 · Not accepted`,
  text: `审核意见：${reason}\nYour application was not accepted; the reason is above.`,
});

export const invitation = (to: string, supplierName: string, url: string): Letter => ({
  to,
  subject: `${supplierName} 的工作账号 · Your work account`,
  text: `七天内打开链接设置密码，即可登录服务商工作台：\n${url}\nOpen the link within seven days to set your password.`,
});
