import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Gap } from "../../features/application/gaps";

/** Each gap as the thing to do about it. */
export const gapWords: Record<Gap, MessageDescriptor> = {
  ORGANISATION: msg`填写机构名称和统一社会信用代码`,
  CONTACT: msg`填写联系人和电话`,
  SERVICES: msg`至少添加一项服务`,
  REGIONS: msg`至少选择一个服务区域`,
  LICENCE: msg`上传营业执照`,
  EXPIRED: msg`有证件已过期，请更换`,
};
