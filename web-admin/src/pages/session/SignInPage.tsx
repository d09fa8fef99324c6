import { Pitch } from "@kaidan/web-kit/session/Pitch";
import { SignIn } from "@kaidan/web-kit/session/SignIn";
import { useLingui } from "@lingui/react/macro";

export function SignInPage() {
  const { t } = useLingui();
  return (
    <SignIn
      title={t`登录运营后台`}
      lead={t`仅限受邀的员工。`}
      promise={
        <Pitch
          pictures={["bookkeeping", "seal", "waterproof"]}
          title={t`每一单、每一分钱，都有出处`}
          points={[
            t`待办按队列列出，有事要办的排在最前`,
            t`派单有评分依据，审核有照片和时间`,
            t`账本只增不改，借贷永远相等`,
          ]}
        />
      }
    />
  );
}
