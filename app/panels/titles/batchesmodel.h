// SPDX-License-Identifier: GPL-3.0-or-later
// The table of batches, page by page, newest first, each as far as it is. Gui thread.
#pragma once
#include "models/pagedmodel.h"
#include "titles/titleservice.h"

namespace kule {

class BatchesModel final : public PagedModel<TitleBatch>
{
public:
    enum Column { State, Name, Progress, Failed, Begun, columns };

    BatchesModel(TitleService &titles, const Clock &clock, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : columns; }

protected:
    Future<Result<Page<TitleBatch>>> list(PageRequest page) override { return m_titles.batches(std::move(page)); }
    QString keyOf(const TitleBatch &batch) const override { return batch.id; }
    bool isNewer(const TitleBatch &, const TitleBatch &) const override { return true; } // what comes later is newer
    QVariant cell(const TitleBatch &batch, int column, int role) const override;
    QString headOf(int column) const override;
    bool isNumber(int column) const override { return column == Failed; }
    bool isFresh(const TitleBatch &batch) const override { return !firstItem() || batch.seq > firstItem()->seq; }

private:
    TitleService &m_titles;
    const Clock &m_clock;
};

} // namespace kule
