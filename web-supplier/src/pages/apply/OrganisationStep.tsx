import { cleanUscc, isUscc } from "@kaidan/web-kit/format/uscc";
import { i18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Textarea, TextInput } from "@mantine/core";
import { z } from "zod";
import { useApplication } from "./application-context";
import { StepActions } from "./StepActions";
import { StepFrame } from "./StepFrame";
import css from "./Steps.module.css";
import { useStepForm } from "./useStepForm";

const schema = z.object({
  organisation: z.string().trim().min(2).max(60),
  uscc: z
    .string()
    .transform(cleanUscc)
    .refine(isUscc, { error: () => i18n._(msg`不是有效的统一社会信用代码，请对照营业执照核对这 18 位。`) }),
  introduction: z.string().trim().max(2_000),
  contactName: z.string().trim().min(1).max(30),
  contactPhone: z
    .string()
    .trim()
    .regex(/^\+?\d[\d -]{5,18}$/, { error: () => i18n._(msg`请填写能打通的电话号码。`) }),
  contactEmail: z.email(),
});

/** Step 1: who applies and whom to call. The e-mail address receives the private link and becomes the owner's login. */
export function OrganisationStep() {
  const { t } = useLingui();
  const { application } = useApplication();
  const { organisation = "", uscc = "", introduction = "" } = application ?? {};
  const { contactName = "", contactPhone = "", contactEmail = "" } = application ?? {};
  const { form, submit, busy, alert, kept } = useStepForm({
    step: "organisation",
    schema,
    defaultValues: { organisation, uscc, introduction, contactName, contactPhone, contactEmail },
    part: (values) => values,
  });
  const { errors } = form.formState;
  const field = (name: keyof typeof errors & keyof z.infer<typeof schema>) => ({
    error: errors[name]?.message,
    ...form.register(name),
  });
  return (
    <StepFrame step="organisation" lead={t`和营业执照上的一致，审核会更快。`}>
      <form className={css.form} onSubmit={submit} noValidate>
        <fieldset className={`card ${css.group}`}>
          <legend>
            <Trans>机构</Trans>
          </legend>
          <TextInput label={t`机构名称`} autoComplete="organization" {...field("organisation")} />
          <TextInput
            label={t`统一社会信用代码`}
            description={t`营业执照上的 18 位代码`}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            {...field("uscc")}
          />
          <Textarea
            label={t`简介（选填）`}
            description={t`做了多少年、有多少人、擅长什么；客户选择服务商时会看到`}
            autosize
            minRows={3}
            {...field("introduction")}
          />
        </fieldset>
        <fieldset className={`card ${css.group}`}>
          <legend>
            <Trans>联系人</Trans>
          </legend>
          <div className={css.pair}>
            <TextInput label={t`姓名`} autoComplete="name" {...field("contactName")} />
            <TextInput label={t`电话`} type="tel" autoComplete="tel" {...field("contactPhone")} />
          </div>
          <TextInput
            label={t`邮箱`}
            description={t`用来接收申请链接和结果，通过后就是负责人的登录账号`}
            type="email"
            inputMode="email"
            autoComplete="email"
            {...field("contactEmail")}
          />
        </fieldset>
        <StepActions step="organisation" busy={busy} alert={alert} kept={kept} />
      </form>
    </StepFrame>
  );
}
