import type { Photo } from '../../rules/photos';
import type { Ask, Asked } from './ask';

interface Row extends Photo {
  readonly caseId: string;
}

const idsIn = ({ input }: Asked): readonly string[] =>
  Array.isArray(input.photos) ? (input.photos as string[]) : [];

/** The photos that an action names, as far as they were sent in for its case. */
export const photos: Ask<readonly Photo[]> = {
  when: (asked) => idsIn(asked).length > 0,
  answer: (_asking, asked) => ({
    text: `SELECT p.id, p.name, p.sent_by AS "by", to_char(p.sent_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "at", p.case_id AS "caseId"
      FROM gj_photos p WHERE p.id = ANY($1::text[])`,
    values: [asked.flatMap(idsIn)],
    answers: (rows: readonly Row[]) =>
      asked.map((one) => {
        const ids = idsIn(one);
        return rows
          .filter(({ id, caseId }) => caseId === one.record?.documentId && ids.includes(id))
          .map(({ caseId: _case, ...photo }) => photo);
      }),
  }),
};
