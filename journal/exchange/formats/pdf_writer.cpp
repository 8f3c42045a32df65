#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <memory>
#include <utility>

#include "journal/exchange/formats/readers.h"

namespace journal::exchange {
namespace {

// A4 in points; the measure is about 75 letters.
constexpr double kPageWidth = 595.28;
constexpr double kPageHeight = 841.89;
constexpr double kMargin = 72;
constexpr double kFoot = 40;
constexpr std::size_t kMaxLayoutBytes = 64 * 1024;

struct FreeSurface {
  void operator()(cairo_surface_t* value) const { cairo_surface_destroy(value); }
};
struct FreeCairo {
  void operator()(cairo_t* value) const { cairo_destroy(value); }
};
struct FreeObject {
  void operator()(PangoLayout* value) const { g_object_unref(value); }
};
struct FreeFont {
  void operator()(PangoFontDescription* value) const { pango_font_description_free(value); }
};

/// How a kind of paragraph looks and what it is called in the tag tree.
struct Style {
  const char* tag;
  const char* font;
  double indent;
  double before;
  double grey;
};
constexpr Style kTitle{"H1", "Lato Bold 20", 0, 0, 0};
constexpr Style kHeading{"H2", "Lato Bold 13", 0, 22, 0};
constexpr Style kFacts{"P", "Lato 9", 0, 2, 0.3};
constexpr Style kPrompt{"H3", "Lato Bold 10", 0, 8, 0.2};
constexpr Style kWords{"P", "Gentium Plus 11", 0, 6, 0};
constexpr Style kAside{"P", "Lato 9", 14, 4, 0.25};

const Style& styleOf(ReadingPart::Kind kind) {
  switch (kind) {
    case ReadingPart::Kind::Prompt:
      return kPrompt;
    case ReadingPart::Kind::Paragraph:
      return kWords;
    case ReadingPart::Kind::Passage:
    case ReadingPart::Kind::Intention:
      return kAside;
  }
  return kWords;
}

/// Where a cut keeps whole code points (and words, when there are any).
std::size_t cutAt(const std::string& text, std::size_t at, std::size_t most) {
  if (text.size() - at <= most) return text.size();
  std::size_t cut = text.rfind(' ', at + most);
  if (cut == std::string::npos || cut <= at) cut = at + most;
  while (cut > at && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
  return cut == at ? at + most : cut;
}

class PdfWriter final : public ReadingWriter {
 public:
  explicit PdfWriter(ByteSink sink)
      : sink_(std::move(sink)),
        surface_(
            cairo_pdf_surface_create_for_stream(&PdfWriter::write, this, kPageWidth, kPageHeight)),
        cairo_(cairo_create(surface_.get())),
        layout_(pango_cairo_create_layout(cairo_.get())) {
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
  }

  ~PdfWriter() override {
    // Cairo writes its end when destroyed; by then nobody wants it any more.
    finished_ = true;
  }

  Result<void> begin(const std::string& title, const std::string& preface) override {
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATOR, "Afternote");
    paragraph(kTitle, title);
    paragraph(kFacts, preface);
    return state();
  }

  Result<void> add(const ReadingEntry& entry) override {
    keepTogether(90);
    cairo_tag_begin(cairo_.get(), "Sect", nullptr);
    paragraph(kHeading, entry.heading);
    paragraph(kFacts, entry.facts);
    for (const ReadingPart& part : entry.parts) paragraph(styleOf(part.kind), part.text);
    cairo_tag_end(cairo_.get(), "Sect");
    return state();
  }

  Result<void> finish() override {
    endPage();
    cairo_surface_finish(surface_.get());
    const auto said = state();
    finished_ = true;
    return said;
  }

 private:
  static cairo_status_t write(void* self, const unsigned char* data, unsigned int length) {
    auto* writer = static_cast<PdfWriter*>(self);
    if (writer->finished_) return CAIRO_STATUS_SUCCESS;
    if (writer->sinkError_.ok()) {
      writer->sinkError_ =
          writer->sink_(std::string_view(reinterpret_cast<const char*>(data), length));
    }
    return writer->sinkError_.ok() ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
  }

  Result<void> state() const {
    if (!sinkError_.ok()) return sinkError_.error();
    const bool good = cairo_status(cairo_.get()) == CAIRO_STATUS_SUCCESS &&
                      cairo_surface_status(surface_.get()) == CAIRO_STATUS_SUCCESS;
    if (good) return {};
    return Error{ErrorCode::Internal, "pdf: " + std::to_string(cairo_status(cairo_.get())),
                 "The PDF could not be written."};
  }

  void setFont(const char* name) {
    const std::unique_ptr<PangoFontDescription, FreeFont> font(
        pango_font_description_from_string(name));
    pango_layout_set_font_description(layout_.get(), font.get());
  }

  /// A long paragraph is laid out in pieces: laying out is slower than linear.
  void paragraph(const Style& style, const std::string& text) {
    if (text.empty()) return;
    y_ += y_ > kMargin ? style.before : 0;
    cairo_tag_begin(cairo_.get(), style.tag, nullptr);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = cutAt(text, at, kMaxLayoutBytes);
      lines(style, text.substr(at, end - at));
      at = end < text.size() && text[end] == ' ' ? end + 1 : end;
    }
    cairo_tag_end(cairo_.get(), style.tag);
  }

  void lines(const Style& style, const std::string& text) {
    setFont(style.font);
    pango_layout_set_width(
        layout_.get(), static_cast<int>((kPageWidth - 2 * kMargin - style.indent) * PANGO_SCALE));
    pango_layout_set_text(layout_.get(), text.data(), static_cast<int>(text.size()));
    const int count = pango_layout_get_line_count(layout_.get());
    const std::unique_ptr<PangoLayoutIter, decltype(&pango_layout_iter_free)> walk(
        pango_layout_get_iter(layout_.get()), pango_layout_iter_free);
    for (int i = 0; i < count; ++i) {
      PangoRectangle box{};
      pango_layout_iter_get_line_extents(walk.get(), nullptr, &box);
      const double height = box.height / static_cast<double>(PANGO_SCALE);
      keepTogether(height);
      const double baseline =
          (pango_layout_iter_get_baseline(walk.get()) - box.y) / static_cast<double>(PANGO_SCALE);
      cairo_set_source_rgb(cairo_.get(), style.grey, style.grey, style.grey);
      cairo_move_to(cairo_.get(), kMargin + style.indent + box.x / static_cast<double>(PANGO_SCALE),
                    y_ + baseline);
      pango_cairo_show_layout_line(cairo_.get(), pango_layout_iter_get_line_readonly(walk.get()));
      y_ += height;
      pango_layout_iter_next_line(walk.get());
    }
  }

  void keepTogether(double height) {
    if (y_ + height <= kPageHeight - kMargin) return;
    endPage();
    y_ = kMargin;
  }

  /// The page's number, then the next page. It must not disturb the layout being drawn.
  void endPage() {
    const std::unique_ptr<PangoLayout, FreeObject> foot(pango_cairo_create_layout(cairo_.get()));
    const std::unique_ptr<PangoFontDescription, FreeFont> font(
        pango_font_description_from_string("Lato 8"));
    pango_layout_set_font_description(foot.get(), font.get());
    const std::string number = std::to_string(++page_);
    pango_layout_set_text(foot.get(), number.c_str(), -1);
    cairo_set_source_rgb(cairo_.get(), 0.3, 0.3, 0.3);
    cairo_move_to(cairo_.get(), kPageWidth / 2, kPageHeight - kFoot);
    pango_cairo_show_layout(cairo_.get(), foot.get());
    cairo_show_page(cairo_.get());
  }

  ByteSink sink_;
  Result<void> sinkError_;
  bool finished_ = false;
  std::unique_ptr<cairo_surface_t, FreeSurface> surface_;
  std::unique_ptr<cairo_t, FreeCairo> cairo_;
  std::unique_ptr<PangoLayout, FreeObject> layout_;
  double y_ = kMargin;
  int page_ = 0;
};

}  // namespace

std::unique_ptr<ReadingWriter> makePdfWriter(ByteSink sink) {
  return std::make_unique<PdfWriter>(std::move(sink));
}

}  // namespace journal::exchange
