export { readBoard, type BoardReading, type BoardView, type MaySee } from './board';
export { boardChoices } from './choices';
export { boardQueryOf, type BoardQuery } from './query';
