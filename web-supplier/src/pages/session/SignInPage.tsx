import { Pitch } from "@kaidan/web-kit/session/Pitch";
import { SignIn } from "@kaidan/web-kit/session/SignIn";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";

export function SignInPage() {
  const { t } = useLingui();
  return (
    <SignIn
      title={t`登录服务商工作台`}
      lead={t`接单、上报进度、查看应得款项。`}
      promise={
        <Pitch
          pictures={["repair", "cleaning", "camera"]}
          title={t`单子找上门，做完就算数`}
          points={[
            t`符合能力和区域的单直接派给您，接不接您定`,
            t`现场拍照上报，手机一只就够`,
            t`每单应得多少，接单前就写明`,
          ]}
        />
      }
    >
      <Link to={"/apply" as string}>
        <Trans>申请成为服务商</Trans>
      </Link>
    </SignIn>
  );
}
