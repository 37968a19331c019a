package zeroone.tasks.science;

import java.util.List;

/** Conversions of units that are exact by definition. */
final class UnitConversion {
    static final List<Law> LAWS = List.of(
            law("kilometres", "km in m", "a 2..900", "a*1000", "a*100, a*10000, a/1000", "m"),
            law("centimetres", "cm in m", "a 5..9000", "a/100", "a/10, a/1000, a*100", "m"),
            law("grams", "g in kg", "a 5..9000", "a/1000", "a/100, a*1000, a/10", "kg"),
            law("minutes", "h in min", "a 2..400", "a*60", "a*100, a*3600, a*24", "min"),
            law("seconds", "h in s", "a 2..200", "a*60*60", "a*60, a*100*60, a*24*60", "s"),
            law("days", "days in h", "a 2..400", "a*24", "a*12, a*60, a*7", "h"),
            law(
                    "inches",
                    "inches in cm (1 inch = 2.54 cm)",
                    "a 2..400",
                    "a*254/100",
                    "a*100/254, a*254/1000, a*254",
                    "cm"),
            law(
                    "feet",
                    "feet in cm (1 foot = 12 inches, 1 inch = 2.54 cm)",
                    "a 2..300",
                    "a*12*254/100",
                    "a*254/100, a*10*254/100, a*12*254/10",
                    "cm"),
            law("square-metres", "m² in cm²", "a 2..500", "a*100*100", "a*100, a*1000, a*100*100*100", "cm²"),
            law("hectares", "hectares in m²", "a 2..500", "a*100*100", "a*100, a*1000, a*100*100*100", "m²"),
            law("square-centimetres", "cm² in m²", "a 50..9000 by 50", "a/100/100", "a/100, a/1000, a*100*100", "m²"),
            law("litres", "m³ in L", "a 2..400", "a*1000", "a*100, a*10, a*100*100", "L"),
            law("cubic-centimetres", "L in cm³", "a 2..900", "a*1000", "a*100, a*10, a/1000", "cm³"),
            law(
                    "metres-a-second",
                    "km/h in m/s",
                    "a 9..360 by 9",
                    "a*1000/3600",
                    "a*3600/1000, a*1000/60, a/60",
                    "m/s"),
            law(
                    "kilometres-an-hour",
                    "m/s in km/h",
                    "a 5..340 by 5",
                    "a*3600/1000",
                    "a*1000/3600, a*60/1000, a*3600/100",
                    "km/h"),
            law("fahrenheit", "°C in °F", "a 5..400 by 5", "a*9/5+32", "a*9/5, a*5/9+32, (a+32)*9/5", "°F"),
            law("celsius", "°F in °C", "a 41..401 by 9", "(a-32)*5/9", "a*5/9, a*5/9-32, (a-32)*9/5", "°C"),
            law("kelvin", "°C in K (0 °C = 273.15 K)", "a 1..900", "a+27315/100", "a-27315/100, a+273, a+32", "K"),
            law("kilowatt-hours", "kWh in MJ", "a 2..300", "a*3600/1000", "a*1000/3600, a*60/1000, a*3600", "MJ"),
            law("bytes", "KiB in bytes", "a 2..300", "a*1024", "a*1000, a*1024*8, a*1024/8", "bytes"),
            law("density-units", "g/cm³ in kg/m³", "a 2..25", "a/1000*100^3", "a/1000, a*100, a*10", "kg/m³"),
            law(
                    "nautical-miles",
                    "nautical miles in km (1 nautical mile = 1852 m)",
                    "a 2..400",
                    "a*1852/1000",
                    "a*1852, a*1000/1852, a*1852/100",
                    "km"));

    private UnitConversion() {}

    private static Law law(String name, String units, String quantity, String formula, String mistakes, String unit) {
        return Law.of(name, "Convert {a} " + units + ".", quantity, formula, mistakes, unit);
    }
}
