import { textToSign } from '../../rules/signed-text';
import { enumWord } from '../../rules/words/enums';

/** What was heard and found at a visit. */
interface Heard {
  readonly number?: string | undefined;
  readonly interviewee?: string | null | undefined;
  readonly said?: string | null | undefined;
  readonly opinion?: string | null | undefined;
  readonly result?: string | null | undefined;
  readonly satisfaction?: string | null | undefined;
  readonly solved?: boolean | undefined;
}

/** The text that whoever was visited puts his name to [D-03]: what he said, what was found, and how he judges it. */
export const textOfVisit = ({ number, interviewee, said, opinion, result, satisfaction, solved }: Heard) =>
  textToSign([
    ['回访编号', number],
    ['受访人', interviewee],
    ['受访人陈述', said],
    ['意见建议', opinion],
    ['回访结果', result],
    ['满意度', satisfaction && enumWord('return-visit', 'satisfaction', satisfaction)?.zh],
    ['问题是否解决', solved === undefined ? null : solved ? '已解决' : '未解决'],
  ]);
