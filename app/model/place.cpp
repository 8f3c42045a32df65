#include "app/model/place.h"

namespace app::model {

bool mayVisit(Place place, journal::Role role) {
  switch (place) {
    case Place::Review:
      return role != journal::Role::Tutor;
    case Place::Evidence:
      return role == journal::Role::Manager || role == journal::Role::ServiceAdministrator;
    case Place::Write:
    case Place::Journal:
    case Place::YoungPeople:
    case Place::Groups:
    case Place::CaseStudies:
    case Place::Settings:
      return true;
  }
  return false;
}

}  // namespace app::model
