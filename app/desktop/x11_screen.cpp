#include "app/desktop/x11_screen.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <sys/ipc.h>
#include <sys/shm.h>

#include <bit>
#include <cstdint>

namespace app::desktop {
namespace {

bool attachRefused = false;

int refuse(Display*, XErrorEvent*) {
  attachRefused = true;
  return 0;
}

/// An image in memory of its own; shared when the X server can read it there.
class Pixels {
 public:
  Pixels(Display* display, const XWindowAttributes& looks, int width, int height)
      : display_(display) {
    if (XShmQueryExtension(display) != 0) share(looks, width, height);
    if (image_ == nullptr) own(looks, width, height);
  }
  ~Pixels() {
    if (shared_) {
      XShmDetach(display_, &segment_);
      XSync(display_, False);
      image_->data = nullptr;
      XDestroyImage(image_);
      shmdt(segment_.shmaddr);
    } else if (image_ != nullptr) {
      image_->data = nullptr;  // the vector's
      XDestroyImage(image_);
    }
  }
  Pixels(const Pixels&) = delete;
  Pixels& operator=(const Pixels&) = delete;

  XImage* image() const { return image_; }
  bool shared() const { return shared_; }

 private:
  void share(const XWindowAttributes& looks, int width, int height) {
    XImage* image = XShmCreateImage(display_, looks.visual, static_cast<unsigned>(looks.depth),
                                    ZPixmap, nullptr, &segment_, static_cast<unsigned>(width),
                                    static_cast<unsigned>(height));
    if (image == nullptr) return;
    const std::size_t size =
        static_cast<std::size_t>(image->bytes_per_line) * static_cast<std::size_t>(height);
    segment_.shmid = shmget(IPC_PRIVATE, size, IPC_CREAT | 0600);
    if (segment_.shmid >= 0) {
      segment_.shmaddr = static_cast<char*>(shmat(segment_.shmid, nullptr, 0));
      segment_.readOnly = True;
      shared_ = segment_.shmaddr != reinterpret_cast<char*>(-1) && attach();
      // Gone with the last of the two that hold it, however either ends.
      shmctl(segment_.shmid, IPC_RMID, nullptr);
    }
    if (shared_) {
      image->data = segment_.shmaddr;
      image_ = image;
    } else {
      XDestroyImage(image);
    }
  }

  /// The server says no asynchronously, as when it runs on another machine.
  bool attach() {
    attachRefused = false;
    const auto before = XSetErrorHandler(refuse);
    const bool asked = XShmAttach(display_, &segment_) != 0;
    XSync(display_, False);
    XSetErrorHandler(before);
    if (asked && !attachRefused) return true;
    shmdt(segment_.shmaddr);
    return false;
  }

  void own(const XWindowAttributes& looks, int width, int height) {
    memory_.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    image_ = XCreateImage(display_, looks.visual, static_cast<unsigned>(looks.depth), ZPixmap, 0,
                          reinterpret_cast<char*>(memory_.data()), static_cast<unsigned>(width),
                          static_cast<unsigned>(height), 32, width * 4);
  }

  Display* display_;
  XShmSegmentInfo segment_{};
  XImage* image_ = nullptr;
  bool shared_ = false;
  std::vector<std::uint32_t> memory_;
};

class SharedScreen final : public X11Screen {
 public:
  SharedScreen(Display* display, Window window, const XWindowAttributes& looks)
      : display_(display),
        window_(window),
        looks_(looks),
        pen_(XCreateGC(display, window, 0, nullptr)) {}
  ~SharedScreen() override {
    pixels_.reset();
    XFreeGC(display_, pen_);
  }

  paint::Surface surface(int width, int height) override {
    if (width <= 0 || height <= 0) return {};
    const XImage* image = pixels_ ? pixels_->image() : nullptr;
    if (image == nullptr || image->width != width || image->height != height) {
      pixels_.reset();
      pixels_ = std::make_unique<Pixels>(display_, looks_, width, height);
      image = pixels_->image();
    }
    if (image == nullptr) return {};
    return {reinterpret_cast<std::uint32_t*>(image->data), width, height,
            image->bytes_per_line / 4};
  }

  void show(const std::vector<paint::Box>& boxes) override {
    if (!pixels_ || pixels_->image() == nullptr || boxes.empty()) return;
    for (const paint::Box& box : boxes) {
      const auto width = static_cast<unsigned>(box.right - box.left);
      const auto height = static_cast<unsigned>(box.bottom - box.top);
      if (pixels_->shared()) {
        XShmPutImage(display_, window_, pen_, pixels_->image(), box.left, box.top, box.left,
                     box.top, width, height, False);
      } else {
        XPutImage(display_, window_, pen_, pixels_->image(), box.left, box.top, box.left, box.top,
                  width, height);
      }
    }
    XSync(display_, False);
  }

 private:
  Display* display_;
  Window window_;
  XWindowAttributes looks_;
  GC pen_;
  std::unique_ptr<Pixels> pixels_;
};

bool isPlain(Display* display, const XWindowAttributes& looks) {
  const bool littleEnds = ImageByteOrder(display) == LSBFirst;
  const bool here = std::endian::native == std::endian::little ? littleEnds : !littleEnds;
  const Visual& visual = *looks.visual;
  return here && (looks.depth == 24 || looks.depth == 32) && visual.red_mask == 0xFF0000U &&
         visual.green_mask == 0xFF00U && visual.blue_mask == 0xFFU;
}

}  // namespace

std::unique_ptr<X11Screen> openX11Screen(void* display, unsigned long window) {
  auto* const open = static_cast<Display*>(display);
  XWindowAttributes looks;
  if (XGetWindowAttributes(open, window, &looks) == 0 || !isPlain(open, looks)) return nullptr;
  return std::make_unique<SharedScreen>(open, window, looks);
}

}  // namespace app::desktop
