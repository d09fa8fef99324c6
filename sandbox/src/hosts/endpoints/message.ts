import { type TemplateWish } from "../../account/sending.js";
import { contentOf } from "../../account/templates.js";
import { type Endpoint, jsonOf, ok } from "./all.js";

export const messageEndpoints: Readonly<Record<string, Endpoint>> = {
  "/cgi-bin/message/template/send": {
    method: "POST",
    perDay: 100_000,
    answer: (world, call) => {
      const msgid = world.sending.template(jsonOf<TemplateWish>(call), call.fate);
      // Written by hand: the number has more digits than a JavaScript number keeps.
      return `{"errcode":0,"errmsg":"ok","msgid":${msgid}}`;
    },
  },
  "/cgi-bin/message/subscribe/bizsend": {
    method: "POST",
    perDay: 100_000,
    answer: (world, call) => {
      world.sending.subscribe(jsonOf<TemplateWish>(call));
      return ok();
    },
  },
  "/cgi-bin/message/custom/send": {
    method: "POST",
    perDay: 500_000,
    answer: (world, call) => {
      world.sending.custom(jsonOf(call));
      return ok();
    },
  },
  "/cgi-bin/template/get_all_private_template": {
    method: "GET",
    perDay: 100_000,
    answer: (world) =>
      JSON.stringify({
        template_list: world.templates.all("template").map((template) => ({
          template_id: template.id,
          title: template.title,
          primary_industry: "",
          deputy_industry: "",
          content: contentOf(template),
          example: "",
        })),
      }),
  },
  "/cgi-bin/template/api_add_template": {
    method: "POST",
    perDay: 1_000,
    answer: (world, call) => {
      const template = world.templates.add(jsonOf<{ template_id_short: unknown }>(call).template_id_short);
      return ok({ template_id: template.id });
    },
  },
  "/cgi-bin/template/del_private_template": {
    method: "POST",
    perDay: 1_000,
    answer: (world, call) => {
      world.templates.remove(jsonOf<{ template_id: unknown }>(call).template_id);
      return ok();
    },
  },
};
