namespace StravaTools.FakeStrava.Tests.Support;

/// <summary>The attributes of the documents' example answers, each with a value of the example's JSON type.</summary>
internal static class Examples
{
    /// <summary>strava-activities.md, "Example activity". gear belongs to runs; photos appear with the first photo.</summary>
    public const string Detail = $$$$"""
        {"id":1,"resource_state":3,"external_id":"a.fit","upload_id":1,"athlete":{"id":1,"resource_state":1},"name":"a",
        "description":"a","distance":1.5,
        "moving_time":1,"elapsed_time":1,"total_elevation_gain":1.5,"elev_high":1.5,"elev_low":1.5,"type":"Run",
        "start_date":"a","start_date_local":"a",
        "timezone":"a","start_latlng":[37.8,-122.27],"end_latlng":[37.8,-122.27],"achievement_count":6,"pr_count":1,
        "kudos_count":1,"comment_count":1,
        "athlete_count":1,"photo_count":0,"total_photo_count":0,
        "photos":{"count":2,"primary":{"id":null,"source":1,"unique_id":"a","urls":{"100":"a","600":"a"}}},
        "map":{"id":"a","polyline":"a","summary_polyline":"a","resource_state":3},"trainer":false,"commute":false,"manual":false,
        "private":false,
        "flagged":false,"workout_type":2,"gear":{"id":"g1","primary":true,"name":"a","distance":1.5,"resource_state":2},
        "average_speed":3.4,"max_speed":4.5,
        "calories":390.5,"has_kudoed":false,
        "segment_efforts":[{"id":1,"resource_state":2,"name":"a","segment":{"id":1,"resource_state":2,"name":"a",
        "activity_type":"Run","distance":1.5,
        "average_grade":-0.1,"maximum_grade":2.7,"elevation_high":4.7,"elevation_low":2.7,"start_latlng":[37.7,-122.2],
        "end_latlng":[37.7,-122.2],
        "climb_category":0,"city":"a","state":"CA","country":"a","private":false},"activity":{"id":1,"resource_state":1},
        "athlete":{"id":1,"resource_state":1},"kom_rank":2,"pr_rank":1,"elapsed_time":304,"moving_time":304,
        "start_date":"a","start_date_local":"a",
        "distance":1052.33,"start_index":5348,"end_index":6485,"hidden":false,"achievements":[{"type_id":2,"type":"overall","rank":2}]}],
        "splits_metric":[{{{{Split}}}}],"splits_standard":[{{{{Split}}}}],"laps":[{{{{Lap}}}}],
        "best_efforts":[{"id":1,"resource_state":2,"name":"400m","segment":null,"activity":{"id":1},"athlete":{"id":1},
        "kom_rank":null,"pr_rank":null,
        "elapsed_time":105,"moving_time":106,"start_date":"a","start_date_local":"a","distance":400,"achievements":[]}]}
        """;

    /// <summary>strava-activities.md, "List activity laps".</summary>
    public const string Laps = $"[{Lap}]";

    /// <summary>strava-activities.md, "List athlete activities".</summary>
    public const string Summaries = """
        [{"id":1,"resource_state":2,"external_id":"a.fit","upload_id":1,"athlete":{"id":1,"resource_state":1},"name":"a",
        "distance":1.5,"moving_time":1,
        "elapsed_time":1,"total_elevation_gain":1.5,"type":"Ride","start_date":"a","start_date_local":"a","timezone":"a",
        "start_latlng":[37.7,-122.2],
        "end_latlng":[37.7,-122.2],"achievement_count":8,"pr_count":3,"kudos_count":0,"comment_count":0,"athlete_count":1,"photo_count":0,
        "total_photo_count":0,"map":{"id":"a","summary_polyline":"a","resource_state":2},"trainer":false,"commute":false,
        "manual":false,"private":false,
        "flagged":false,"average_speed":3.4,"max_speed":4.5,"average_watts":163.6,"max_watts":754,"weighted_average_watts":200,
        "kilojoules":857.6,
        "device_watts":true,"has_heartrate":true,"average_heartrate":138.8,"max_heartrate":179.0}]
        """;

    /// <summary>strava-activities.md, "List athlete activities", the meta representation.</summary>
    public const string Metas = """[[14295430,"2013-08-01T22:32:09Z","Ride","2009-07-17T07:42:59Z",7420,0,0]]""";

    /// <summary>strava-activities.md, "List activity zones".</summary>
    public const string HeartRateZones = """
        {"score":215,"distribution_buckets":[{"min":0,"max":115,"time":1735}],"type":"heartrate","resource_state":3,
        "sensor_based":true,"points":119,
        "custom_zones":false,"max":196}
        """;

    /// <summary>strava-activities.md, "List activity zones".</summary>
    public const string PowerZones =
        """{"distribution_buckets":[{"min":0,"max":0,"time":3043}],"type":"power","resource_state":3,"sensor_based":true}""";

    /// <summary>strava-uploads.md, "Example Response".</summary>
    public const string Upload = """{"id":123456,"id_str":"123456","external_id":null,"error":null,"status":"a","activity_id":null}""";

    /// <summary>strava-partner-uploads.md, "Example Upload Check Response".</summary>
    public const string ReadyUpload = """
        {"id":1,"external_id":"a.gpx","error":null,"status":"a","activity_id":1,
        "photo_metadata":[{"uri":"a","header":{"Content-Type":"image/jpeg"},"method":"PUT","max_size":1600}]}
        """;

    /// <summary>strava-partner-uploads.md, "Upload an activity without a file".</summary>
    public const string CreatedActivity = """
        {"id":12345678987654321,"resource_state":3,"external_id":null,"upload_id":null,"athlete":{"id":12345678987654321,
        "resource_state":1},
        "photo_metadata":[{"uri":"a","header":{"Content-Type":"image/jpeg"},"method":"PUT","max_size":1600}]}
        """;

    /// <summary>strava-v3-api.md, "Example rate-limited response".</summary>
    public const string RateLimited =
        """{"message":"Rate Limit Exceeded","errors":[{"resource":"Application","field":"rate limit","code":"exceeded"}]}""";

    private const string Split = """
        {"average_speed":3.02,"distance":1002.5,"elapsed_time":276,"elevation_difference":0,"pace_zone":1,"moving_time":276,"split":1}
        """;

    private const string Lap = """
        {"activity":{"id":1,"resource_state":1},"athlete":{"id":1,"resource_state":1},"average_cadence":87.6,"average_speed":3.3,
        "distance":1609.35,
        "elapsed_time":618,"end_index":98,"id":2380131076,"lap_index":1,"max_speed":6.0,"moving_time":495,"name":"Lap 1",
        "resource_state":2,"split":1,
        "start_date":"a","start_date_local":"a","start_index":0,"total_elevation_gain":32.0}
        """;
}
