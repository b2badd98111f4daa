package org.housecalldemo;

import java.util.List;

/** Who works in the sample clinic, and who comes to it. None of them exists. */
final class People {

    static final String PASSWORD = "harbour-street";

    static final Someone ADMINISTRATOR = new Someone("Administrator", "administrator@housecall.example");
    static final Someone CLINIC_ADMIN = new Someone("Noor Haddad", "noor.haddad@harbour-street.example");
    static final Someone RECEPTIONIST = new Someone("Tomas Lind", "tomas.lind@harbour-street.example");

    /** Not connected to Zoom: the visitor does that. */
    static final Someone FIRST_DOCTOR = new Someone("Dr. Ines Marchetti", "ines.marchetti@harbour-street.example");

    /** Connected already, so that there are meetings to look at. */
    static final Someone CONNECTED_DOCTOR = new Someone("Dr. Jonas Okafor", "jonas.okafor@harbour-street.example");

    /** Sees patients at any hour of any day, so that whenever one looks something is about to happen. */
    static final Someone ON_CALL_DOCTOR = new Someone("Dr. Mei Tanaka", "mei.tanaka@harbour-street.example");

    static final List<Someone> DOCTORS = List.of(FIRST_DOCTOR, CONNECTED_DOCTOR, ON_CALL_DOCTOR);

    static final List<Someone> PATIENTS = List.of(
            new Someone("Alma Reyes", "alma.reyes@example.com"),
            new Someone("Bastian Holm", "bastian.holm@example.com"),
            new Someone("Chidi Eze", "chidi.eze@example.com"),
            new Someone("Dana Novak", "dana.novak@example.com"),
            new Someone("Elif Aydin", "elif.aydin@example.com"),
            new Someone("Farid Rahimi", "farid.rahimi@example.com"),
            new Someone("Milo Reyes", "alma.reyes@example.com")); // a child, who has no address of his own

    private People() {}

    record Someone(String name, String email) {

        String firstName() {
            return name.substring(0, name.lastIndexOf(' '));
        }

        String lastName() {
            return name.substring(name.lastIndexOf(' ') + 1);
        }
    }
}
