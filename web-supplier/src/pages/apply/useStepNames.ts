import { useLingui } from "@lingui/react/macro";
import type { ApplyStep } from "../../features/application/gaps";

/** The short names, for the row of steps: a phone is narrow. */
export function useShortStepNames(): Record<ApplyStep, string> {
  const { t } = useLingui();
  return { organisation: t`机构`, services: t`服务`, regions: t`区域`, documents: t`证件`, summary: t`提交` };
}

/** The name of each step in the language of the page. */
export function useStepNames(): Record<ApplyStep, string> {
  const { t } = useLingui();
  return {
    organisation: t`机构与联系人`,
    services: t`服务与价格`,
    regions: t`服务区域`,
    documents: t`证件材料`,
    summary: t`核对提交`,
  };
}
