#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "app/desktop/painter.h"
#include "app/paint/pixels.h"

namespace app::desktop {
namespace {

/// The few functions that the backend does not call for us. Asked for by name: a program that
/// paints by the processor then never loads OpenGL at all.
struct Gl {
  using Viewport = void (*)(GLint, GLint, GLsizei, GLsizei);
  using ClearColor = void (*)(GLfloat, GLfloat, GLfloat, GLfloat);
  using Clear = void (*)(GLbitfield);
  using PixelStore = void (*)(GLenum, GLint);
  using ReadPixels = void (*)(GLint, GLint, GLsizei, GLsizei, GLenum, GLenum, void*);
  using GenTextures = void (*)(GLsizei, GLuint*);
  using DeleteTextures = void (*)(GLsizei, const GLuint*);
  using BindTexture = void (*)(GLenum, GLuint);
  using TexParameter = void (*)(GLenum, GLenum, GLint);
  using TexImage = void (*)(GLenum, GLint, GLint, GLsizei, GLsizei, GLint, GLenum, GLenum,
                            const void*);
  Viewport viewport = get<Viewport>("glViewport");
  ClearColor clearColor = get<ClearColor>("glClearColor");
  Clear clear = get<Clear>("glClear");
  PixelStore pixelStore = get<PixelStore>("glPixelStorei");
  ReadPixels readPixels = get<ReadPixels>("glReadPixels");
  GenTextures genTextures = get<GenTextures>("glGenTextures");
  DeleteTextures deleteTextures = get<DeleteTextures>("glDeleteTextures");
  BindTexture bindTexture = get<BindTexture>("glBindTexture");
  TexParameter texParameter = get<TexParameter>("glTexParameteri");
  TexImage texImage = get<TexImage>("glTexImage2D");

  template <class Function>
  static Function get(const char* name) {
    return reinterpret_cast<Function>(glfwGetProcAddress(name));
  }
};

/// The pictures (pixels.h) of the frame being shown, as OpenGL's textures: made when a frame draws
/// one, gone when a frame no longer does.
class GlPictures {
 public:
  explicit GlPictures(const Gl& gl) : gl_(gl) {}

  void follow(const ImDrawData& drawn, ImTextureID atlas) {
    std::vector<Shown> now;
    eachPicture(drawn, atlas, [&](ImDrawCmd& command) {
      const auto* pixels = static_cast<const paint::Pixels*>(command.TextureId);
      if (find(now, pixels) == nullptr) now.push_back(shown(*pixels));
    });
    for (const Shown& before : shown_) {
      const bool still = std::any_of(
          now.begin(), now.end(), [&](const Shown& one) { return one.texture == before.texture; });
      if (!still) gl_.deleteTextures(1, &before.texture);
    }
    shown_ = std::move(now);
  }

  /// Calls `render` while the commands name textures. After follow() with the same frame; the
  /// pictures themselves are not looked at.
  template <class Render>
  void renderWith(const ImDrawData& drawn, ImTextureID atlas, Render render) const {
    std::vector<std::pair<ImDrawCmd*, ImTextureID>> changed;
    eachPicture(drawn, atlas, [&](ImDrawCmd& command) {
      const Shown* one = find(shown_, command.TextureId);
      changed.emplace_back(&command, command.TextureId);
      const std::uintptr_t name = one == nullptr ? 0 : one->texture;
      command.TextureId = reinterpret_cast<ImTextureID>(name);
    });
    render();
    for (const auto& [command, picture] : changed) command->TextureId = picture;
  }

 private:
  struct Shown {
    const void* picture;  ///< its address in the last frame; not looked at again
    std::uint64_t serial;
    GLuint texture;
  };

  template <class Do>
  static void eachPicture(const ImDrawData& drawn, ImTextureID atlas, Do act) {
    for (int i = 0; i < drawn.CmdListsCount; ++i) {
      for (ImDrawCmd& command : drawn.CmdLists[i]->CmdBuffer) {
        if (command.UserCallback == nullptr && command.TextureId != atlas) act(command);
      }
    }
  }
  static const Shown* find(const std::vector<Shown>& in, const void* picture) {
    const auto at = std::find_if(in.begin(), in.end(),
                                 [&](const Shown& one) { return one.picture == picture; });
    return at == in.end() ? nullptr : &*at;
  }

  Shown shown(const paint::Pixels& pixels) const {
    for (const Shown& before : shown_) {
      if (before.serial == pixels.serial()) return {&pixels, before.serial, before.texture};
    }
    Shown fresh{&pixels, pixels.serial(), 0};
    gl_.genTextures(1, &fresh.texture);
    gl_.bindTexture(GL_TEXTURE_2D, fresh.texture);
    constexpr GLenum kClampToEdge = 0x812F;
    gl_.texParameter(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    gl_.texParameter(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    gl_.texParameter(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, kClampToEdge);
    gl_.texParameter(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, kClampToEdge);
    gl_.pixelStore(GL_UNPACK_ALIGNMENT, 4);
    gl_.texImage(GL_TEXTURE_2D, 0, GL_RGBA, pixels.width(), pixels.height(), 0, GL_RGBA,
                 GL_UNSIGNED_BYTE, pixels.row(0));
    return fresh;
  }

  const Gl& gl_;
  std::vector<Shown> shown_;
};

class GlPainter final : public Painter {
 public:
  explicit GlPainter(GLFWwindow* window) : window_(window) {}
  ~GlPainter() override {
    if (attached_) ImGui_ImplOpenGL3_Shutdown();
  }

  void attach() override {
    ImGui_ImplOpenGL3_Init("#version 150");
    attached_ = true;
  }
  void newFrame() override { ImGui_ImplOpenGL3_NewFrame(); }

  void paint(ui::Colour background) override {
    background_ = background;
    const ImDrawData* drawn = ImGui::GetDrawData();
    if (drawn != nullptr) pictures_.follow(*drawn, ImGui::GetIO().Fonts->TexID);
    render();
    glfwSwapBuffers(window_);
  }

  void uploadFonts() override {
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
  }

  void exposed() override {}  // every frame paints all of it

  Picture picture() override {
    render();  // after a swap the back buffer holds nothing to rely on
    Picture picture;
    glfwGetFramebufferSize(window_, &picture.width, &picture.height);
    const auto row = static_cast<std::size_t>(picture.width) * 3;
    const auto rows = static_cast<std::size_t>(picture.height);
    std::vector<std::uint8_t> upward(row * rows);
    gl_.pixelStore(GL_PACK_ALIGNMENT, 1);
    gl_.readPixels(0, 0, picture.width, picture.height, GL_RGB, GL_UNSIGNED_BYTE, upward.data());
    picture.bytes.resize(upward.size());
    for (std::size_t y = 0; y < rows; ++y) {
      std::copy_n(upward.data() + y * row, row, picture.bytes.data() + (rows - 1 - y) * row);
    }
    return picture;
  }

 private:
  void render() {
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    gl_.viewport(0, 0, width, height);
    const auto part = [](std::uint8_t value) { return static_cast<float>(value) / 255.0F; };
    gl_.clearColor(part(background_.r), part(background_.g), part(background_.b), 1.0F);
    gl_.clear(GL_COLOR_BUFFER_BIT);
    ImDrawData* drawn = ImGui::GetDrawData();
    pictures_.renderWith(*drawn, ImGui::GetIO().Fonts->TexID,
                         [drawn] { ImGui_ImplOpenGL3_RenderDrawData(drawn); });
  }

  GLFWwindow* window_;
  Gl gl_;
  GlPictures pictures_{gl_};
  ui::Colour background_;
  bool attached_ = false;
};

}  // namespace

std::unique_ptr<Painter> makeGlPainter(GLFWwindow* window) {
  return std::make_unique<GlPainter>(window);
}

}  // namespace app::desktop
