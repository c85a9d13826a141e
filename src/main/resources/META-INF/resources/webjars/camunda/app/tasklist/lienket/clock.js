import { moment, table } from './dom.js';

/** When the processing clock stood still. */
export function clockStops({ clockStops: stops }) {
  return (
    stops.length > 0 &&
    table(
      'Các lần dừng tính thời hạn',
      ['Từ', 'Đến', ['Ngày làm việc']],
      stops.map((stop) => [
        moment(stop.from),
        stop.to ? moment(stop.to) : 'đang dừng',
        stop.workingDays == null ? '' : String(stop.workingDays),
      ])
    )
  );
}
