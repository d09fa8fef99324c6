import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { TemplateForm } from "./TemplateForm";

/** A new template: its code can't be changed later. */
export function NewTemplatePage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={t`新建合同模板`} back="/contracts/templates" />
      <TemplateForm
        template={undefined}
        onSaved={({ code }) =>
          void navigate({ to: "/contracts/templates/$code", params: { code }, ignoreBlocker: true })
        }
        onStale={() => undefined}
      />
    </>
  );
}
